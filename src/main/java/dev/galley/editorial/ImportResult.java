package dev.galley.editorial;

import dev.galley.ingest.ImportWarning;
import java.util.List;

/** What an import made, and everything about it that was guessed, changed or left out. */
public record ImportResult(DraftView article, List<ImportWarning> warnings) {}
