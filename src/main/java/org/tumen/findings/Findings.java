package org.tumen.findings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.tumen.chart.Picture;

/**
 * What a study found, said once: the question, the answer, and sections of texts, tables, pictures and live charts. Renderers
 * turn it into the text of a terminal, CSV and JSON files, and the report.
 *
 * @param kind what was done, such as "sweep"
 * @param question the question that it asks; may be empty
 * @param facts how much was simulated, in a sentence
 * @param answer one to three sentences that answer the question
 * @param sections what stands behind the answer
 */
public record Findings(
        String kind, String name, String question, String facts, List<String> answer, List<Section> sections) {

    /**
     * A section.
     *
     * @param id its name in links
     * @param detail whether a terminal shows it only when details are asked for
     */
    public record Section(String id, String title, List<Block> blocks, boolean detail) {
        public Section {
            blocks = List.copyOf(blocks);
        }

        private Section drawn() {
            return new Section(
                    id,
                    title,
                    blocks.stream()
                            .flatMap(block -> block instanceof Block.Later later
                                    ? later.blocks().get().stream()
                                    : Stream.of(block))
                            .toList(),
                    detail);
        }
    }

    public Findings {
        answer = List.copyOf(answer);
        sections = List.copyOf(sections);
    }

    public static Builder of(String kind, String name, String question, String facts) {
        return new Builder(kind, name, question, facts);
    }

    /** All tables by name, in their order. */
    public Map<String, Table> tables() {
        Map<String, Table> tables = new LinkedHashMap<>();
        blocks().forEach(block -> {
            Table table = block instanceof Block.Rows rows
                    ? rows.table()
                    : block instanceof Block.Filed filed ? filed.table() : null;
            if (table != null && tables.put(table.name(), table) != null) {
                throw new IllegalStateException("two tables are called " + table.name());
            }
        });
        return tables;
    }

    /** The same with all charts and pictures made ready that were left for later. */
    public Findings drawn() {
        return new Findings(
                kind,
                name,
                question,
                facts,
                answer,
                sections.stream().map(Section::drawn).toList());
    }

    /** All still pictures by name, in their order, but for those that were left for later. */
    public Map<String, Picture> pictures() {
        Map<String, Picture> pictures = new LinkedHashMap<>();
        blocks().forEach(block -> {
            if (block instanceof Block.Still still) {
                pictures.put(still.name(), still.picture());
            }
        });
        return pictures;
    }

    private List<Block> blocks() {
        return sections.stream().flatMap(s -> s.blocks().stream()).toList();
    }

    public static final class Builder {
        private final String kind;
        private final String name;
        private final String question;
        private final String facts;
        private final List<String> answer = new ArrayList<>();
        private final List<Section> sections = new ArrayList<>();

        private Builder(String kind, String name, String question, String facts) {
            this.kind = kind;
            this.name = name;
            this.question = question;
            this.facts = facts;
        }

        /** A sentence of the answer. */
        public Builder answer(String sentence) {
            answer.add(sentence);
            return this;
        }

        public Builder section(String id, String title) {
            return section(id, title, false);
        }

        /** Begins a section that a terminal shows only when details are asked for. */
        public Builder details(String id, String title) {
            return section(id, title, true);
        }

        private Builder section(String id, String title, boolean detail) {
            sections.add(new Section(id, title, List.of(), detail));
            return this;
        }

        /** Sentences. */
        public Builder say(String text) {
            return block(new Block.Text(text));
        }

        /** A command that a reader may run. */
        public Builder command(String text) {
            return block(new Block.Command(text));
        }

        /** A table that a terminal shows whole. */
        public Builder table(Table table) {
            return block(new Block.Rows(table, Integer.MAX_VALUE, false));
        }

        /** A table of which a terminal shows the first rows. */
        public Builder table(Table table, int most) {
            return block(new Block.Rows(table, most, false));
        }

        /** A table that a terminal shows only when details are asked for. */
        public Builder detail(Table table) {
            return block(new Block.Rows(table, Integer.MAX_VALUE, true));
        }

        /** The same of which a terminal shows some rows alone, and says where the others stand. */
        public Builder detail(Table table, IntPredicate told) {
            return block(new Block.Rows(table, Integer.MAX_VALUE, true, told));
        }

        /** A long table that only lies beside the report. */
        public Builder file(Table table) {
            return block(new Block.Filed(table));
        }

        /** A still picture, in the report too. */
        public Builder picture(String called, Picture picture) {
            return block(new Block.Still(called, picture, true));
        }

        /** A still picture for papers and slides, of what live charts show in the report. */
        public Builder still(String called, Picture picture) {
            return block(new Block.Still(called, picture, false));
        }

        public Builder chart(Chart chart) {
            return block(new Block.Live(Block.Layout.WHOLE, "", List.of(chart)));
        }

        /** A live chart, and a still picture of the same name and title for papers and slides. */
        public Builder chart(Chart chart, String subtitle) {
            return chart(chart).still(chart.name(), ChartSheet.picture(chart, subtitle));
        }

        /** Small live charts beside each other; none where there are none. */
        public Builder panels(String label, List<Chart> charts) {
            return charts.isEmpty() ? this : block(new Block.Live(Block.Layout.PANELS, label, charts));
        }

        /** Live charts of which one is seen at a time, chosen by a label such as outcome. */
        public Builder choice(String label, List<Chart> charts) {
            return charts.isEmpty()
                    ? this
                    : block(new Block.Live(
                            charts.size() > 1 ? Block.Layout.CHOICE : Block.Layout.WHOLE, label, charts));
        }

        /** Charts and pictures that the text of a terminal does not wait for. */
        public Builder later(Consumer<Builder> drawing) {
            return block(new Block.Later(() -> {
                Builder own = new Builder(kind, name, question, facts).section("", "");
                drawing.accept(own);
                return own.sections.get(0).blocks();
            }));
        }

        private Builder block(Block block) {
            if (sections.isEmpty()) {
                throw new IllegalStateException("a block needs a section");
            }
            Section last = sections.remove(sections.size() - 1);
            List<Block> longer = new ArrayList<>(last.blocks());
            longer.add(block);
            sections.add(new Section(last.id(), last.title(), longer, last.detail()));
            return this;
        }

        public Findings build() {
            return new Findings(kind, name, question, facts, answer, sections);
        }
    }
}
