package dev.galley.api;

import dev.galley.PostgresServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/** A test that speaks to the running application; it runs on H2 and on PostgreSQL. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("api")
@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
public @interface ApiTest {
    /** The key of {@code %test.galley.admin-key}. */
    String KEY = "test-key-test-key-test-key-test-key";
}
