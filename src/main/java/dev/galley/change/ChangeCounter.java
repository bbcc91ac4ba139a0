package dev.galley.change;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row whose lock puts publications in order. */
@Entity
@Table(name = "change_counter")
class ChangeCounter extends PanacheEntityBase {
    static final int ONLY = 1;

    @Id
    public Integer id;

    public long seq;
}
