package dev.galley.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses the language of code by the signs that tell languages apart. */
final class CodeLanguage {
    private static final Map<String, Pattern> SIGNS = new LinkedHashMap<>();

    static {
        sign(
                "python",
                "^import [\\w.]+( as \\w+)?$|^from [\\w.]+ import |^\\s*def \\w+\\(.*:$|^\\s*elif |__\\w+__"
                        + "|^\\s*(if|for|while|class|with|try|except)\\b.*:$|\\bself\\.|\\bNone\\b|\\bTrue\\b|^print\\(");
        sign(
                "typescript",
                "\\binterface \\w+ \\{|: (string|number|boolean|void|any)\\b|\\bas const\\b|<\\w+>\\(|^type \\w+ =");
        sign(
                "javascript",
                "\\b(const|let|var) [\\w{\\[]+.*=|=> |\\bfunction\\b.*\\{|console\\.log|require\\(|^import .* from ['\"]"
                        + "|^export |document\\.|===");
        sign(
                "java",
                "^import (static )?[\\w.]+\\*?;|\\b(public|private|protected) (static |final )*[\\w<>\\[\\]]+ \\w+"
                        + "|System\\.out|\\bnew \\w+(<.*>)?\\(|@Override|^package [\\w.]+;|^[A-Z]\\w*(<.*>)? \\w+ = .*;");
        sign("go", "^package \\w+$|\\bfunc (\\(.*\\) )?\\w+\\(|:= |\\bfmt\\.|^import \\($|^import \"");
        sign("rust", "\\bfn \\w+|\\blet mut |println!|^use [\\w:]+;|\\bimpl\\b.*\\{|&str|-> \\w+ \\{|::new\\(");
        sign("c", "^#include ?<|\\bint main\\(|\\bprintf\\(|\\bchar ?\\*|\\bstruct \\w+ \\{");
        sign("cpp", "std::|\\bcout ?<<|#include ?<(iostream|vector|string|map)>|\\btemplate ?<");
        sign("csharp", "^using [\\w.]+;|\\bnamespace [\\w.]+|Console\\.Write|\\bstring \\w+ =");
        sign("ruby", "^\\s*def \\w+[^:{]*$|^\\s*end$|\\bputs |^require ['\"]|\\bdo \\|");
        sign("php", "<\\?php|\\$\\w+ ?=|\\becho |->\\w+\\(");
        sign(
                "sql",
                "^\\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE|ALTER|FROM|WHERE|(\\w+ )?JOIN|GROUP BY"
                        + "|ORDER BY|VALUES)\\b");
        sign(
                "bash",
                "^\\$ |^#!/bin/(ba)?sh|^(npm|npx|yarn|pnpm|pip3?|git|docker|kubectl|curl|wget|sudo|apt-get|brew|cargo"
                        + "|mvn|cd|mkdir|chmod|ssh|echo|export|go (run|build|test|get)) |\\bfi$|; then$|\\$\\{?\\w+\\}?");
        sign("html", "^\\s*</?(html|head|body|div|p|a|span|ul|li|script|h\\d|img|form|input|section)\\b|<!DOCTYPE");
        sign("css", "^\\s*[.#]?[\\w-]+([ ,>:]+[.#]?[\\w-]+)*\\s*\\{$|^\\s*[\\w-]+: [^;]+;$|@media");
        sign("json", "^\\s*\"[^\"]+\": ?.*|^\\s*[{}\\[\\]],?$");
        sign("yaml", "^\\s*(- )?[a-z][\\w.-]*:( [^;{]*[^;{])?$");
    }

    private CodeLanguage() {}

    private static void sign(String language, String pattern) {
        SIGNS.put(language, Pattern.compile(pattern));
    }

    /** The language with the most signs, the first of two that have as many; null where there are none. */
    static @Nullable String guess(String code) {
        String best = null;
        long most = 0;
        for (Map.Entry<String, Pattern> language : SIGNS.entrySet()) {
            long signs = code.lines()
                    .limit(200)
                    .filter(line -> line.length() < 1_000)
                    .filter(line -> language.getValue().matcher(line).find())
                    .count();
            if (signs > most) {
                most = signs;
                best = language.getKey();
            }
        }
        return best;
    }
}
