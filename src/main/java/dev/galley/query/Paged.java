package dev.galley.query;

/** An answer that is one page of several; its links lead to the others. */
public interface Paged {
    Page.PageInfo page();
}
