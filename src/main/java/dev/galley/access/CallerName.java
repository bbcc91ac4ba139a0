package dev.galley.access;

/** Names that stand beside what somebody did, for others to read. */
final class CallerName {
    private CallerName() {}

    /** Fits its columns, and shows all that is in it. */
    static boolean isGood(String name) {
        return !name.isBlank() && name.length() <= KeyInput.LONGEST_NAME && isPlain(name);
    }

    static boolean isPlain(String name) {
        return name.equals(name.strip()) && name.codePoints().allMatch(CallerName::isVisible);
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
