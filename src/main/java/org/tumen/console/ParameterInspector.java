package org.tumen.console;

import java.awt.BorderLayout;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.swing.Box;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.jspecify.annotations.Nullable;
import org.tumen.declare.ParameterEntry;
import sim.portrayal.Inspector;
import sim.util.Interval;
import sim.util.gui.LabelledList;
import sim.util.gui.PropertyField;

/**
 * The parameters of the scenario, made from their one declaration: by group or by search, with slider, choice or text, and
 * unit, range, meaning and basis as a tooltip. A change is checked at once; a bad one is refused and said.
 */
final class ParameterInspector extends Inspector {
    private static final long serialVersionUID = 1;
    private static final Color WRONG = new Color(0xa32c00);
    private static final int COLUMNS = 12;
    private static final Set<String> HIDDEN = Set.of("name", "description", "batch.runs", "batch.seed");

    private final transient ScenarioEditor editor;
    private final JComboBox<String> groups = new JComboBox<>();
    private final JTextField search = new JTextField(COLUMNS);
    private final JTextArea message = new JTextArea();
    private final JPanel place = new JPanel(new BorderLayout());

    ParameterInspector(ScenarioEditor editor) {
        this.editor = editor;
        setVolatile(false);
        setTitle("Parameters");
        setLayout(new BorderLayout());
        message.setName("message");
        message.setEditable(false);
        message.setLineWrap(true);
        message.setWrapStyleWord(true);
        message.setOpaque(false);
        Set<String> names = new LinkedHashSet<>();
        shown().forEach(e -> names.add(e.group()));
        names.forEach(groups::addItem);
        groups.addActionListener(e -> {
            search.setText("");
            listAll();
        });
        search.setName("search");
        search.getDocument().addDocumentListener(new Typed());
        JButton reset = new JButton("Reset all");
        reset.addActionListener(e -> {
            editor.reset();
            say(List.of());
            listAll();
        });
        Box controls = Box.createHorizontalBox();
        controls.add(groups);
        controls.add(new JLabel(" Search "));
        controls.add(search);
        controls.add(reset);
        Box head = Box.createVerticalBox();
        head.add(controls);
        head.add(message);
        Box all = Box.createVerticalBox();
        all.add(head);
        all.add(place);
        add(all, BorderLayout.NORTH);
        say(List.of());
        listAll();
    }

    private List<ParameterEntry> shown() {
        return editor.parameters().stream()
                .filter(e -> !HIDDEN.contains(e.path()) && !e.path().endsWith(".role"))
                .toList();
    }

    private void listAll() {
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        LabelledList list = new LabelledList();
        for (ParameterEntry entry : shown()) {
            String text = (entry.path() + " " + entry.meaning()).toLowerCase(Locale.ROOT);
            if (wanted.isEmpty() ? entry.group().equals(groups.getSelectedItem()) : text.contains(wanted)) {
                add(entry, list, !wanted.isEmpty());
            }
        }
        place.removeAll();
        place.add(list, BorderLayout.NORTH);
        place.revalidate();
        place.repaint();
    }

    private void add(ParameterEntry entry, LabelledList list, boolean whole) {
        String own = entry.path().replaceFirst("^actors\\.[^.]+\\.", "");
        JLabel label = new JLabel((editor.changed(entry.path()) ? "\u2022 " : "") + (whole ? entry.path() : own) + " ");
        Field field = Field.of(this, entry);
        field.setName(entry.path());
        String tip = tip(entry);
        label.setToolTipText(tip);
        field.setToolTipText(tip);
        list.add(label, field);
    }

    private static String tip(ParameterEntry entry) {
        List<String> lines = new ArrayList<>(List.of(entry.meaning(), entry.path()));
        lines.add(entry.range() + (entry.unit().isEmpty() ? "" : " " + entry.unit()));
        lines.add(entry.value().isEmpty() ? "" : "default " + entry.value());
        lines.add(entry.basis());
        lines.removeIf(String::isBlank);
        return "<html>"
                + String.join(
                        "<br>", lines.stream().map(ParameterInspector::escaped).toList()) + "</html>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void say(List<String> problems) {
        message.setForeground(problems.isEmpty() ? Colours.MUTED : WRONG);
        message.setText(
                problems.isEmpty()
                        ? editor.title()
                                + ". Changes apply at the next start; an empty field brings back the file's value."
                        : "Refused: " + String.join("\n", problems));
    }

    /** Takes a value and returns what is in force then. */
    private String set(ParameterEntry entry, String value) {
        List<String> problems = editor.set(entry.path(), value);
        say(problems);
        if (problems.isEmpty() && entry.path().endsWith(".type")) {
            // Another policy has other parameters.
            SwingUtilities.invokeLater(this::listAll);
        }
        return editor.parameters().stream()
                .filter(e -> e.path().equals(entry.path()) && e.current() != null)
                .map(e -> String.valueOf(e.current()))
                .findFirst()
                .orElse("");
    }

    @Override
    public void updateInspector() {
        // Parameters change by the user's hand only.
    }

    /** Lists anew while the user types in the search. */
    private final class Typed implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent e) {
            listAll();
        }

        @Override
        public void removeUpdate(DocumentEvent e) {
            listAll();
        }

        @Override
        public void changedUpdate(DocumentEvent e) {
            listAll();
        }
    }

    /** A parameter as one of MASON's fields. */
    private static final class Field extends PropertyField {
        private static final long serialVersionUID = 1;
        private final transient ParameterInspector inspector;
        private final transient ParameterEntry entry;
        private final List<String> choices;

        private Field(
                ParameterInspector inspector,
                ParameterEntry entry,
                List<String> choices,
                String now,
                @Nullable Object domain,
                int show) {
            super("", now, true, domain, show);
            this.inspector = inspector;
            this.entry = entry;
            this.choices = choices;
        }

        static Field of(ParameterInspector inspector, ParameterEntry entry) {
            String now = entry.current() == null ? "" : entry.current();
            boolean whole = entry.type().equals("whole number");
            boolean bounded = Double.isFinite(entry.min()) && Double.isFinite(entry.max());
            if (bounded && (whole || entry.type().equals("number"))) {
                Interval range = whole
                        ? new Interval((long) entry.min(), (long) entry.max())
                        : new Interval(entry.min(), entry.max());
                return new Field(inspector, entry, List.of(), now, range, SHOW_SLIDER);
            }
            if (entry.type().equals("true or false")) {
                return new Field(inspector, entry, List.of(), now, null, SHOW_CHECKBOX);
            }
            List<String> words = Arrays.asList(entry.allowed().split(", "));
            if (entry.type().equals("word") && words.contains(now)) {
                String index = String.valueOf(words.indexOf(now));
                return new Field(inspector, entry, words, index, words.toArray(), SHOW_LIST);
            }
            return new Field(inspector, entry, List.of(), now, null, SHOW_TEXTFIELD);
        }

        @Override
        public String newValue(String value) {
            if (choices.isEmpty()) {
                return inspector.set(entry, value);
            }
            String taken = inspector.set(entry, choices.get(Integer.parseInt(value)));
            return String.valueOf(Math.max(0, choices.indexOf(taken)));
        }
    }
}
