package org.tumen.study.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.tumen.analysis.search.Constraint;
import org.tumen.analysis.search.Evolution;
import org.tumen.analysis.search.Front;
import org.tumen.analysis.search.Volume;
import org.tumen.declare.Resolved;
import org.tumen.document.Json;
import org.tumen.experiment.Cancellation;
import org.tumen.findings.Findings;
import org.tumen.simulation.DiplomacySim;
import org.tumen.store.DerivedFiles;
import org.tumen.store.EvaluationStore;
import org.tumen.store.FolderLock;
import org.tumen.store.ResultReader;
import org.tumen.store.ResultSort;
import org.tumen.store.StudyRecord;
import org.tumen.study.FindingsFiles;
import org.tumen.study.Interruption;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyReading;
import org.tumen.study.StudyRequest;
import org.tumen.study.StudySession;
import org.tumen.study.UsageException;
import org.tumen.study.Workload;
import org.tumen.words.Numbers;
import org.tumen.words.Texts;

/** Searches of the levers for policies that no other beats in every objective. */
public final class SearchKind extends StudyKind<SearchSection, SearchStudy> {
    private static final int HASH_DIGITS = 12;
    private static final long QUIET_NANOS = 2_000_000_000L;

    private long told;

    /** For ServiceLoader. */
    public SearchKind() {
        super(
                "search",
                "Search the levers of a study for policies that no other beats in every objective, by "
                        + "NSGA-II or NSGA-III. What was found is evaluated again on fresh runs, half of which choose "
                        + "among the points and half assess them, so that lucky winners are exposed.",
                SearchSection.class,
                "worlds",
                "levers",
                "runs");
    }

    @Override
    public Set<String> asked() {
        return Set.of("levers", "search.objectives", "search.evaluations", "search.runs");
    }

    @Override
    public Map<String, String> refused() {
        return OF_GENERATIONS;
    }

    @Override
    public SearchStudy plan(StudyReading study, SearchSection section) {
        return new SearchPlanner(study, section).plan();
    }

    @Override
    public List<Workload> workload(SearchStudy plan, StudyRequest request, StudySession session) {
        SearchStudy.Budget b = plan.budget();
        int worlds = plan.worlds().size();
        long points = (long) b.searches() * b.evaluations() + (plan.regrets() ? b.references() : 0);
        long searched = points * b.runs() * worlds;
        long fresh = (long) (b.front() + 1) * b.freshRuns() * worlds;
        return List.of(new Workload(
                folder(plan, request),
                String.format(
                        Locale.ROOT,
                        "%,d in %s, and at most %d of the front again, in %s",
                        points,
                        Numbers.counted(b.searches(), "search"),
                        b.front(),
                        worlds == 1 ? "one world" : worlds + " worlds"),
                searched + fresh,
                plan.worlds().values().iterator().next(),
                false,
                "at most; points that come again, and those of a search that was begun, are not simulated again"));
    }

    private static Path folder(SearchStudy study, StudyRequest request) {
        return request.folderOr(study.name() + "-search-" + hash(study));
    }

    @Override
    public List<Findings> run(SearchStudy study, StudyRequest request, StudySession session)
            throws InterruptedException {
        String hash = hash(study);
        Path folder = folder(study, request);
        try (FolderLock alone = FolderLock.hold(folder, ResultSort.SEARCH)) {
            return List.of(run(study, hash, folder, session));
        }
    }

    private Findings run(SearchStudy study, String hash, Path folder, StudySession session)
            throws InterruptedException {
        told = System.nanoTime();
        Cancellation cancellation = session.cancellation().inner();
        SearchFound found;
        SearchEvaluations evaluations;
        try (Interruption stop = new Interruption(cancellation);
                EvaluationStore store = EvaluationStore.open(
                        folder,
                        record(study, hash, session.command()),
                        session.execution().force())) {
            store.notices().forEach(session.err()::println);
            evaluations = new SearchEvaluations(study, store, session, cancellation);
            found = search(study, evaluations, store, session);
        }
        FreshEvaluation.Halves fresh = FreshEvaluation.run(study, found, evaluations, folder, session);
        SearchChoice choice = new SearchChoice(study, found, fresh.choosing());
        List<SearchChoice.Chosen> chosen = choice.chosen();
        DerivedFiles files = new DerivedFiles(folder);
        choice.files(chosen).forEach((name, content) -> files.write(Path.of("chosen", name), content));
        try (ResultReader reader = ResultReader.open(folder)) {
            return FindingsFiles.write(
                    new SearchFindings(study, found, fresh, chosen, evaluations).of(folder), folder, reader, session);
        }
    }

    private SearchFound search(
            SearchStudy study, SearchEvaluations evaluations, EvaluationStore store, StudySession session)
            throws InterruptedException {
        session.watching().accept(Optional::empty);
        if (study.regrets()) {
            evaluations.findReferences();
        }
        List<List<Evolution.Generation>> history = new ArrayList<>();
        List<Evolution.Generation> ends = new ArrayList<>();
        SearchStudy.Budget b = study.budget();
        for (int s = 0; s < b.searches(); s++) {
            List<Evolution.Generation> generations = new ArrayList<>();
            int number = s;
            ends.add(Evolution.run(
                    new Evolution.Settings(
                            b.algorithm(),
                            study.levers().size(),
                            study.objectives().size(),
                            study.constraints().size(),
                            b.population(),
                            b.evaluations(),
                            study.seed() + s),
                    evaluations,
                    generation -> {
                        generations.add(generation);
                        List<List<Evolution.Generation>> all = new ArrayList<>(history);
                        all.add(List.copyOf(generations));
                        session.watching().accept(new SearchSoFar(study, all)::findings);
                        tell(study, number, generations, evaluations, session.err());
                    }));
            history.add(generations);
        }
        return found(study, study.merged(ends), history, evaluations, store);
    }

    private static SearchFound found(
            SearchStudy study,
            Map<List<String>, double[]> merged,
            List<List<Evolution.Generation>> history,
            SearchEvaluations evaluations,
            EvaluationStore store) {
        if (merged.isEmpty()) {
            throw new UsageException("no point keeps to all constraints, "
                    + Texts.listed(study.constraints().stream()
                            .map(Constraint::toString)
                            .toList())
                    + ": the nearest has " + evaluations.nearest()
                    + "; loosen one, widen the levers or search longer (evaluations)");
        }
        List<List<String>> all = new ArrayList<>(merged.keySet());
        List<double[]> values = new ArrayList<>(merged.values());
        List<Integer> front = Front.of(values);
        List<double[]> frontValues = front.stream().map(values::get).toList();
        List<List<String>> points = Front.thinned(frontValues, study.budget().front()).stream()
                .map(i -> all.get(front.get(i)))
                .toList();
        List<double[]> before = points.stream()
                .map(p -> evaluations.objectives(evaluations.found(p)))
                .toList();
        return new SearchFound(
                points, before, front.size(), history, store.all().size());
    }

    /** Tells of a generation, at most every two seconds and at the end of a search. */
    private void tell(
            SearchStudy study,
            int search,
            List<Evolution.Generation> generations,
            SearchEvaluations evaluations,
            PrintWriter err) {
        Evolution.Generation now = generations.get(generations.size() - 1);
        boolean last = now.evaluations() >= study.budget().evaluations();
        if (!last && System.nanoTime() - told < QUIET_NANOS) {
            return;
        }
        told = System.nanoTime();
        List<double[]> scale = generations.stream()
                .map(Evolution.Generation::objectives)
                .filter(o -> !o.isEmpty())
                .findFirst()
                .orElse(List.of());
        String volume = scale.isEmpty()
                ? "no point keeps to the constraints yet"
                : String.format(
                        Locale.ROOT,
                        "%d on the front, hypervolume %.3f of the box of its first front",
                        now.objectives().size(),
                        Volume.of(scale).share(now.objectives()));
        err.printf(
                Locale.ROOT,
                "search %d of %d, generation %d: %,d of %,d evaluations, %s; %,d runs made%n",
                search + 1,
                study.budget().searches(),
                now.number(),
                now.evaluations(),
                study.budget().evaluations(),
                volume,
                evaluations.made());
        err.flush();
    }

    /** Everything that decides what is found, for people. */
    private static StudyRecord record(SearchStudy study, String hash, String command) {
        ObjectNode content = Json.object().put("model_version", DiplomacySim.MODEL_VERSION);
        ObjectNode worlds = content.putObject("worlds");
        study.worlds().forEach((name, world) -> worlds.set(name, Resolved.document(world)));
        study.levers().forEach(l -> content.withObject("/levers").put(l.path(), l.words()));
        study.objectives().forEach(o -> content.withObject("/objectives").put(o.name(), o.toString()));
        study.constraints().forEach(c -> content.withArray("/constraints").add(c.toString()));
        content.set("budget", Json.PLAIN.valueToTree(study.budget()));
        content.put("seed", study.seed());
        return new StudyRecord(hash, content, command);
    }

    /** SHA-256 over everything that decides what is found. */
    private static String hash(SearchStudy study) {
        StringBuilder text = new StringBuilder(DiplomacySim.MODEL_VERSION).append('\n');
        study.worlds()
                .forEach((name, world) -> text.append(name)
                        .append(Json.text(Resolved.document(world)))
                        .append('\n'));
        text.append(study.levers()).append(study.objectives()).append(study.constraints());
        text.append(study.budget()).append(study.seed());
        return DigestUtils.sha256Hex(text.toString()).substring(0, HASH_DIGITS);
    }
}
