package dev.galley.platform;

import org.eclipse.microprofile.config.spi.Converter;

/** For switches that guard something: a misspelt "true" must not pass for "false", as it does otherwise. */
public final class TrueOrFalse implements Converter<Boolean> {
    @Override
    public Boolean convert(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("This must be true or false");
        };
    }
}
