package dev.galley.publishing;

import dev.galley.platform.InputError;
import java.util.List;

/** What stands in the way of publishing, and what would be better; each points into the draft. */
public record CheckReport(boolean publishable, List<InputError> errors, List<InputError> warnings) {}
