package dev.galley.editorial;

import dev.galley.document.Required;
import dev.galley.platform.InputError;
import dev.galley.platform.Json;
import dev.galley.platform.Problem;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Several operations in their order: {@code atomic} (the default) is all or nothing, else each is for itself. */
public record BatchInput(@Nullable Boolean atomic, @Required List<BatchOperation> operations) {
    private static final int MOST = 100;

    static BatchInput read(byte[] body) {
        BatchInput input = Json.bind(Json.parse(body), BatchInput.class);
        if (input.operations.isEmpty() || input.operations.size() > MOST) {
            throw Problem.member("/operations", InputError.TOO_MANY, "A batch has from 1 to " + MOST + " operations.");
        }
        List<InputError> errors = IntStream.range(0, input.operations.size())
                .boxed()
                .flatMap(i -> input.operations.get(i).errors("/operations/" + i).stream())
                .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return input;
    }

    boolean isAtomic() {
        return atomic == null || atomic;
    }
}
