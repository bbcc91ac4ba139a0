package dev.galley.change;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Entries of the change log, in order. */
public record ChangePage(
        List<ChangeView> data,

        @Schema(description = "The since of the next call: the last entry that was looked at.")
        long next) {}
