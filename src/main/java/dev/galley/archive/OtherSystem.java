package dev.galley.archive;

import dev.galley.ingest.ArchiveItem;
import dev.galley.ingest.Imported;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What another system exports of all its articles, in a form of its own. */
record OtherSystem(Path file, Reader reader) implements Archive {
    /** Hands on each article, or its name and why it can't be read. */
    interface Reader {
        void read(Path file, Consumer<ArchiveItem> items, BiConsumer<String, RuntimeException> failed);
    }

    private record Article(int number, ArchiveItem item) implements Item {
        @Override
        public String name() {
            return item.name();
        }

        @Override
        public Imported read() {
            return item.imported();
        }

        @Override
        public List<String> formerSlugs() {
            return item.formerSlugs();
        }
    }

    private record Failed(int number, String name, RuntimeException failure) implements Item {
        @Override
        public Imported read() {
            throw failure;
        }
    }

    /** Reading it is most of the work. */
    @Override
    public int count() {
        return 0;
    }

    @Override
    public void forEach(Consumer<Item> items) {
        int[] number = {0};
        reader.read(
                file,
                item -> items.accept(new Article(++number[0], item)),
                (name, failure) -> items.accept(new Failed(++number[0], name, failure)));
    }
}
