package dev.galley.ingest;

import dev.galley.text.SafeHtml;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * WordPress's shortcodes as HTML. Those that WordPress itself knows become what they show; of others the words inside
 * stay, and a warning names what was left out. Not all that stands in brackets is one ("[sic]"): one that nobody knows
 * must look like one, by an attribute, an end tag, an underscore or a line of its own.
 */
final class Shortcodes {
    private static final Pattern TOKEN = Pattern.compile(
            "<!--|<(pre|code|script|style|textarea)\\b|<[/a-z]"
                    + "|\\[(\\[?)(/?)([a-z][\\w-]*+)((?:[\\s/][^\\[\\]<>]*+)?)\\](\\]?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern END_TAG = Pattern.compile("\\[/([a-z][\\w-]*+)\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?<=\\s)([\\w-]{1,100}+)\\s{0,5}+=\\s{0,5}+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"']++))");
    private static final Pattern CAPTIONED = Pattern.compile(
            "^\\s*+((?:<a\\b[^>]*+>\\s*+)?+<img\\b[^>]*+>(?:\\s*+</a>)?+)(.*)$",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_BEGINS =
            Pattern.compile("(?:^|\\n|<(?:p|div|figure)\\b[^<>]{0,200}>|-->)[ \\t]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_ENDS =
            Pattern.compile("[ \\t]*+(?:$|\\n|</(?:p|div|figure)\\b|<!--)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    private static final Set<String> CAPTIONS = Set.of("caption", "wp_caption");
    private static final Set<String> CODES = Set.of("code", "sourcecode");
    private static final Set<String> MEDIA = Set.of("audio", "video");
    private static final List<String> SOURCES =
            List.of("src", "mp4", "m4v", "webm", "ogv", "flv", "mp3", "m4a", "ogg", "wav");
    private static final Set<String> KNOWN = Set.of("gallery", "playlist");
    private static final int LINE_BEGIN = 300;
    private static final int MOST_WARNINGS = 10_000;

    private final String source;
    private final List<ImportWarning> warnings;
    private final StringBuilder html = new StringBuilder();
    private final Set<String> ended = new HashSet<>();
    private final Set<String> begun = new HashSet<>();
    private int at;

    private Shortcodes(String source, List<ImportWarning> warnings) {
        this.source = source;
        this.warnings = warnings;
        END_TAG.matcher(source).results().forEach(end -> ended.add(lower(end.group(1))));
    }

    static String read(String source, List<ImportWarning> warnings) {
        return source.indexOf('[') < 0 ? source : new Shortcodes(source, warnings).html();
    }

    private String html() {
        Matcher token = TOKEN.matcher(source);
        while (token.find(at)) {
            html.append(source, at, token.start());
            at = token.start();
            if (token.group(4) != null) {
                at = token.end();
                shortcode(token.toMatchResult());
            } else {
                int end = endOfMarkup(token);
                html.append(source, at, end);
                at = end;
            }
        }
        return html.append(source, at, source.length()).toString();
    }

    /** Behind a tag, a comment, or an element that stands to the letter. */
    private int endOfMarkup(Matcher token) {
        String end = token.group(1) != null
                ? "</" + token.group(1) + "\\b"
                : token.group().equals("<!--") ? "-->" : ">";
        Matcher found = Pattern.compile(end, Pattern.CASE_INSENSITIVE).matcher(source);
        return found.find(token.end()) ? found.end() : source.length();
    }

    private void shortcode(MatchResult token) {
        boolean doubled = !token.group(2).isEmpty() && !token.group(6).isEmpty();
        if (doubled) {
            html.append(source, token.start() + 1, token.end() - 1);
            return;
        }
        html.append(token.group(2));
        at = token.end() - token.group(6).length();
        String name = lower(token.group(4));
        if (!token.group(3).isEmpty()) {
            endTag(name);
        } else if (CAPTIONS.contains(name)) {
            html.append(caption(inside(name), attribute(token, "caption")));
        } else if (CODES.contains(name) && ended.contains(name)) {
            html.append(code(inside(name), token));
        } else if (name.equals("embed") && ended.contains(name)) {
            embed(inside(name).strip(), token);
        } else if (MEDIA.contains(name)) {
            media(name, token);
        } else if (KNOWN.contains(name) || isOne(name, token)) {
            begun.add(name);
            leftOut(token);
        } else {
            html.append(shown(token));
        }
    }

    /** The end of one that was left out, or of one whose content was read already, says nothing more. */
    private void endTag(String name) {
        if (!begun.contains(name)) {
            html.append("[/").append(name).append(']');
        }
    }

    /** What stands up to the end tag, which is passed; "" where there is none. */
    private String inside(String name) {
        Matcher end = Pattern.compile("\\[/" + Pattern.quote(name) + "\\]", Pattern.CASE_INSENSITIVE)
                .matcher(source);
        begun.add(name);
        if (!ended.contains(name) || !end.find(at)) {
            ended.remove(name);
            return "";
        }
        String inside = source.substring(at, end.start());
        at = end.end();
        return inside;
    }

    private static String caption(String inside, String attribute) {
        Matcher captioned = CAPTIONED.matcher(inside);
        if (!captioned.matches()) {
            return inside;
        }
        String words =
                captioned.group(2).isBlank() ? attribute : captioned.group(2).strip();
        return "<figure>" + captioned.group(1) + "<figcaption>" + words + "</figcaption></figure>";
    }

    private static String code(String inside, MatchResult token) {
        String named = attribute(token, "language");
        String language = named.isEmpty() ? attribute(token, "lang") : named;
        String type = language.isEmpty() ? "" : " class=\"language-" + SafeHtml.escape(language) + "\"";
        return "<pre><code" + type + ">" + inside.replaceFirst("^\\n", "") + "</code></pre>";
    }

    private void embed(String address, MatchResult token) {
        if (ADDRESS.matcher(address).matches()) {
            html.append("<iframe src=\"").append(address).append("\"></iframe>");
        } else {
            leftOut(token);
            html.append(address);
        }
    }

    private void media(String name, MatchResult token) {
        String address = SOURCES.stream()
                .map(source -> attribute(token, source))
                .filter(source -> !source.isEmpty())
                .findFirst()
                .orElse("");
        if (address.isEmpty()) {
            leftOut(token);
        } else {
            html.append('<').append(name).append(" src=\"").append(SafeHtml.escape(address));
            html.append("\"></").append(name).append('>');
        }
        begun.add(name);
    }

    private boolean isOne(String name, MatchResult token) {
        String attributes = token.group(5);
        return ended.contains(name)
                || (name.indexOf('_') > 0 && !followsWord(token))
                || attributes.endsWith("/")
                || ATTRIBUTE.matcher(attributes).find()
                || (name.equals(token.group(4)) && standsAlone(token));
    }

    /** As the index in {@code list[old_key]} does. */
    private boolean followsWord(MatchResult token) {
        return token.start() > 0 && Character.isLetterOrDigit(source.charAt(token.start() - 1));
    }

    private boolean standsAlone(MatchResult token) {
        String before = source.substring(Math.max(0, token.start() - LINE_BEGIN), token.start());
        Matcher after = LINE_ENDS.matcher(source).region(at, source.length());
        return LINE_BEGINS.matcher(before).find() && after.lookingAt();
    }

    private static String attribute(MatchResult token, String name) {
        Matcher attribute = ATTRIBUTE.matcher(token.group(5));
        while (attribute.find()) {
            if (attribute.group(1).equalsIgnoreCase(name)) {
                String value = attribute.group(attribute.group(2) != null ? 2 : attribute.group(3) != null ? 3 : 4);
                return value.strip();
            }
        }
        return "";
    }

    private void leftOut(MatchResult token) {
        if (warnings.size() < MOST_WARNINGS) {
            String detail = "Left out the shortcode " + HtmlReading.excerpt(shown(token));
            warnings.add(new ImportWarning(ImportWarning.HTML_DROPPED, detail, null));
        }
    }

    private static String shown(MatchResult token) {
        return "[" + token.group(4) + token.group(5) + "]";
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
