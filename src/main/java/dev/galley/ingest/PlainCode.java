package dev.galley.ingest;

import dev.galley.document.block.Code;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds code in plain text: fenced, indented, or neither and known only by its signs. */
final class PlainCode {
    /** Lines that hardly anyone writes but in code. */
    private static final Pattern SIGNS = Pattern.compile(String.join(
            "|",
            "import [\\w.*]+(?: as \\w+)?;?",
            "import (?:static )?[\\w.*]+;",
            "import .+ from ['\"].+",
            "import [{*'\"].*",
            "from [\\w.]+ import .+",
            "(?:async |export |default |pub |static |public |private )*(?:def|function|fn|func|fun) [\\w$]+.*[({:].*",
            "(?:export |public |abstract |final |data )*(?:class|interface|enum|struct|record|trait|impl|object) \\w+"
                    + "[^.]*[:{(]",
            "(?:public|private|protected|static|final|abstract|export|package|namespace|using|module|use|mod)"
                    + " .*[;{(]",
            "(?:export )?(?:const|let|var|val) [\\w{\\[].*=.*",
            "#include\\s*[<\"].*|#!/.*|#define \\w+.*|<\\?\\w+.*",
            "(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|DROP|WITH) [\\w*\"(`].*",
            "(?:FROM|WHERE|(?:LEFT |INNER |RIGHT |OUTER )?JOIN|GROUP BY|ORDER BY|LIMIT|VALUES|HAVING|SET) [\\w*\"('`].*",
            "(?:}\\s*)?(?:if|for|while|switch|elif|else if|catch|with|foreach|match|unless)\\b.*[:{]",
            "(?:}\\s*)?(?:else|try|finally|do)\\s*[:{].*",
            "(?:return|yield|throw|raise|await|assert)\\b[^.]*[;)\\]}]",
            "[A-Za-z_$][\\w.$\\[\\]'\"]*(?:: ?[\\w<>\\[\\], |]+)?\\s*(?:=|:=|\\+=|-=|<-|\\?=)\\s*\\S.*",
            "[A-Z]\\w*(?:<[\\w<>, ?]+>)? \\w+ = .+;",
            "(?:await |new |return |@|\\.)?[\\w$]+(?:(?:\\.|::|->)[\\w$]+)*!?\\(.*[)\\](;,{\\[:]",
            "(?:await |new )?[\\w$]+(?:(?:\\.|::|->)[\\w$]+)*!?[(\\[{]",
            "</?[A-Za-z][\\w-]*(?: [^>]*)?>.*",
            "[\\w-]+:\\s*[^;]+;",
            "[.#@]?[\\w-]+(?:[ ,>:]+[.#]?[\\w-]+)*\\s*\\{",
            "\"[\\w $.-]+\"\\s*:\\s*.+",
            "\\$ \\S.*",
            "(?:npm|npx|yarn|pnpm|pip3?|git|docker|kubectl|curl|wget|sudo|apt-get|brew|cargo|mvn|gradle|python3?|cd|mkdir"
                    + "|chmod|ssh|go (?:run|build|test|get|mod|install)) [^ ].*[^.]",
            "@\\w+(?:\\(.*\\))?",
            ".*\\S\\s*[;{]",
            ".*=>\\s*[({]?"));

    private static final Pattern CLOSING =
            Pattern.compile("[\\])}>;,\\s]+|end|</\\w+>|pass|break;?|continue;?|return;?");
    private static final Pattern COMMENT = Pattern.compile("(?:#|//|--|/\\*|\\*/?|<!--|;;)(?:\\s.*|$)");
    private static final Pattern YAML = Pattern.compile("(?:- )?[a-z][\\w.-]*:(?:\\s+\\S.*)?|- [^ ].*");
    private static final Pattern KEY = Pattern.compile("(?:- )?[a-z][\\w.-]*:");
    private static final Pattern PROSE = Pattern.compile("(?:[“\"'(]?\\p{L}[\\p{L}’'-]*[,;:)”\"]?\\s+){5}.*");
    private static final Pattern FENCE = Pattern.compile("(`{3,}|~{3,})\\s*([\\w+#.-]*)[^`]*");
    private static final int INDENT = 4;

    private final List<PlainLine> lines;

    /** Lines before it were looked at together and are no code: looking again from each would take forever. */
    private int noSigns;

    private int noIndent;

    /** By sign, the length of a fence that nothing closes: nor does anything close a later one as long. */
    private final Map<Character, Integer> unclosed = new HashMap<>();

    PlainCode(List<PlainLine> lines) {
        this.lines = lines;
    }

    /** Code, and the line after it. */
    record Found(Code code, int end) {}

    /** The code that begins with this line; null where none does. */
    @Nullable
    Found at(int start) {
        Found fenced = fenced(start);
        if (fenced != null) {
            return fenced;
        }
        Found unfenced = unfenced(start);
        return unfenced != null ? unfenced : indented(start);
    }

    private @Nullable Found fenced(int start) {
        Matcher fence = FENCE.matcher(lines.get(start).text());
        if (!fence.matches() || isUnclosed(fence.group(1))) {
            return null;
        }
        for (int end = start + 1; end < lines.size(); end++) {
            String text = lines.get(end).text();
            if (text.startsWith(fence.group(1))
                    && text.replace(fence.group(1).substring(0, 1), "").isEmpty()) {
                String given = fence.group(2);
                String code = text(start + 1, end, lines.get(start).indent());
                return new Found(new Code(code, given.isEmpty() ? CodeLanguage.guess(code) : given), end + 1);
            }
        }
        unclosed.put(fence.group(1).charAt(0), fence.group(1).length());
        return null;
    }

    private boolean isUnclosed(String fence) {
        Integer length = unclosed.get(fence.charAt(0));
        return length != null && fence.length() >= length;
    }

    private @Nullable Found unfenced(int start) {
        if (start < noSigns) {
            return null;
        }
        int end = start;
        int signs = 0;
        int open = 0;
        for (int i = start; i < lines.size(); i++) {
            PlainLine line = lines.get(i);
            boolean sign = isCode(i);
            if (line.isBlank() && !goesOn(i, open)) {
                break;
            } else if (line.isBlank()) {
                continue;
            } else if (!sign && !belongs(line, i == start, open)) {
                break;
            }
            signs += sign ? 1 : 0;
            open += brackets(line.text());
            end = i + 1;
        }
        noSigns = signs >= 2 ? start : end;
        return signs >= 2 ? found(start, end) : null;
    }

    /** Code may have a blank line in it where code follows at once, not where text might. */
    private boolean goesOn(int blank, int open) {
        int next = blank;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        if (next == lines.size() || next - blank > 2) {
            return false;
        }
        PlainLine line = lines.get(next);
        return isCode(next) || belongs(line, false, open) && (open > 0 || line.indent() > 0 || isComment(line));
    }

    private static boolean belongs(PlainLine line, boolean first, int open) {
        boolean prose = PROSE.matcher(line.text()).matches();
        return isComment(line)
                || (!first && CLOSING.matcher(line.text()).matches())
                || (!first && !prose && (open > 0 || line.indent() >= 2 && PlainLists.marker(line) == null));
    }

    private static boolean isComment(PlainLine line) {
        return COMMENT.matcher(line.text()).matches() && PlainLists.marker(line) == null;
    }

    private boolean isCode(int i) {
        String text = lines.get(i).text();
        if (text.length() > 500 || PlainLists.marker(lines.get(i)) != null && !isYaml(i)) {
            return false;
        }
        boolean sentence = PROSE.matcher(text).matches()
                && (text.endsWith(".") || text.endsWith(":"))
                && !text.contains("=")
                && !text.contains("(");
        return !sentence && SIGNS.matcher(text).matches() || isYaml(i);
    }

    /** Keys and values look like prose one by one: they count in threes, with one that opens another level. */
    private boolean isYaml(int i) {
        int from = i;
        int to = i;
        while (from > 0
                && i - from < 20
                && YAML.matcher(lines.get(from - 1).text()).matches()) {
            from--;
        }
        while (to < lines.size()
                && to - i < 20
                && YAML.matcher(lines.get(to).text()).matches()) {
            to++;
        }
        List<PlainLine> run = lines.subList(from, to);
        return to > i
                && run.size() >= 3
                && run.stream().anyMatch(line -> KEY.matcher(line.text()).matches())
                && run.stream().anyMatch(line -> line.indent() > 0)
                && run.get(0).text().matches("(?:- )?[a-z][\\w.-]*:.*");
    }

    private static int brackets(String text) {
        int open = 0;
        for (char c : text.toCharArray()) {
            open += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        }
        return open;
    }

    /** After a blank line, as in Markdown; but the first line of a paragraph may be indented, and so may prose. */
    private @Nullable Found indented(int start) {
        boolean opens = lines.get(start).indent() >= INDENT
                && (start == 0 || lines.get(start - 1).isBlank());
        if (!opens || PlainLists.marker(lines.get(start)) != null) {
            return null;
        }
        int end = start;
        for (int i = start;
                i < lines.size() && (lines.get(i).isBlank() || lines.get(i).indent() >= INDENT);
                i++) {
            end = lines.get(i).isBlank() ? end : i + 1;
        }
        boolean runsOn = end < lines.size() && !lines.get(end).isBlank();
        boolean prose = lines.subList(start, end).stream()
                .anyMatch(line -> PROSE.matcher(line.text()).matches());
        noIndent = runsOn || prose ? end : start;
        return runsOn || prose ? null : found(start, end);
    }

    private Found found(int start, int end) {
        int margin = lines.subList(start, end).stream()
                .filter(line -> !line.isBlank())
                .mapToInt(PlainLine::indent)
                .min()
                .orElse(0);
        String code = text(start, end, margin);
        return new Found(new Code(code, CodeLanguage.guess(code)), end);
    }

    private String text(int start, int end, int margin) {
        return lines.subList(start, end).stream()
                .map(line -> line.asCode(margin))
                .collect(Collectors.joining("\n"));
    }
}
