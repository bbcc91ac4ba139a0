package dev.galley.document.diff;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.DeltaType;
import dev.galley.document.diff.WordChange.Op;
import dev.galley.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which words of a text were replaced by which. Texts with too little in common are shown whole, the older one first. */
final class WordDiff {
    /** The work grows with the square of the edits, and nobody reads a change of more. */
    private static final int MAX_EDITS = 1_000;

    /** For all texts of one diff together: where everything was rewritten, the rest is shown whole. */
    private static final int MAX_WORK = 10_000_000;

    private int work;

    List<WordChange> between(String before, String after) {
        List<String> older = Words.split(before);
        List<String> newer = Words.split(after);
        int start = 0;
        int shorter = Math.min(older.size(), newer.size());
        while (start < shorter && older.get(start).equals(newer.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && older.get(older.size() - 1 - end).equals(newer.get(newer.size() - 1 - end))) {
            end++;
        }
        Joined joined = new Joined(older, newer);
        for (Change change :
                changes(older.subList(start, older.size() - end), newer.subList(start, newer.size() - end))) {
            joined.change(
                    start + change.startOriginal,
                    start + change.endOriginal,
                    start + change.startRevised,
                    start + change.endRevised);
        }
        return joined.end();
    }

    private List<Change> changes(List<String> older, List<String> newer) {
        try {
            return new MyersDiff<String>()
                    .computeDiff(older, newer, new Limit()).stream()
                            .sorted(Comparator.comparingInt((Change change) -> change.startOriginal)
                                    .thenComparingInt(change -> change.startRevised))
                            .toList();
        } catch (TooDifferent e) {
            return List.of(new Change(DeltaType.CHANGE, 0, older.size(), 0, newer.size()));
        }
    }

    /** Stops the search for the fewest edits; the library has no other way to end it early. */
    private final class Limit implements DiffAlgorithmListener {
        @Override
        public void diffStart() {}

        @Override
        public void diffStep(int edits, int most) {
            work += edits;
            if (edits > MAX_EDITS || work > MAX_WORK) {
                throw new TooDifferent();
            }
        }

        @Override
        public void diffEnd() {}
    }

    private static final class TooDifferent extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooDifferent() {
            super("Too different", null, false, false);
        }
    }

    /** Collects changes in order; two with only space between them are one, as a reader would mark them. */
    private static final class Joined {
        private final List<String> older;
        private final List<String> newer;
        private final List<WordChange> words = new ArrayList<>();

        /** Up to here both are written. */
        private int olderDone;

        private int newerDone;

        /** The change that is not yet written ends here. */
        private int olderEnd;

        private int newerEnd;

        Joined(List<String> older, List<String> newer) {
            this.older = older;
            this.newer = newer;
        }

        void change(int olderFrom, int olderTo, int newerFrom, int newerTo) {
            boolean pending = olderEnd > olderDone || newerEnd > newerDone;
            if (!pending || !isSpace(olderEnd, olderFrom)) {
                write();
                add(Op.EQUAL, older.subList(olderDone, olderFrom));
                olderDone = olderFrom;
                newerDone = newerFrom;
            }
            olderEnd = olderTo;
            newerEnd = newerTo;
        }

        List<WordChange> end() {
            write();
            add(Op.EQUAL, older.subList(olderDone, older.size()));
            return List.copyOf(words);
        }

        private void write() {
            add(Op.DELETE, older.subList(olderDone, olderEnd));
            add(Op.INSERT, newer.subList(newerDone, newerEnd));
            olderDone = olderEnd;
            newerDone = newerEnd;
        }

        private boolean isSpace(int from, int to) {
            return older.subList(from, to).stream().allMatch(String::isBlank);
        }

        private void add(Op op, List<String> pieces) {
            if (!pieces.isEmpty()) {
                words.add(new WordChange(op, String.join("", pieces)));
            }
        }
    }
}
