package org.tumen.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.tumen.document.Json;
import org.tumen.simulation.DiplomacySim;
import org.tumen.study.StudyKind;
import org.tumen.study.StudyKinds;
import org.tumen.study.StudyReader;
import org.tumen.words.ShellWords;
import org.tumen.words.Texts;

/** The studies that run, one at a time, and those that have run since the server was started. */
final class Work {
    private static final int MAX_KEPT = 50;
    private static final int HASH = 8;

    private final List<LiveStudy> kept = new ArrayList<>();
    private final ServerSettings settings;
    private boolean busy;

    Work(ServerSettings settings) {
        this.settings = settings;
    }

    /**
     * Starts a study of one of its kinds.
     *
     * @throws RequestRefusedException with status 422 when it is a study of other kinds, 429 while another one runs
     */
    LiveStudy start(String name, Path file, String kindName) {
        StudyKind<?, ?> kind = StudyKinds.named(kindName)
                .orElseThrow(() -> RequestRefusedException.none("kind of study", kindName, StudyKinds.names()));
        List<StudyKind<?, ?>> kinds = StudyReader.kinds(file);
        if (!kinds.contains(kind)) {
            List<String> names = kinds.stream().map(StudyKind::name).toList();
            throw new RequestRefusedException(
                    422,
                    name + " is a study of " + (names.isEmpty() ? "no kind" : Texts.listed(names)) + ", not of "
                            + kind.name());
        }
        String folder = name + "-" + kind.name() + "-" + state(file);
        Path result = settings.results().resolve(folder);
        // As the server was given the folders, so that it is right where the server was started; it is kept with the
        // result.
        String command = "tumen " + StudyKinds.command(kind) + " " + ShellWords.quote(file.toString()) + " --out "
                + ShellWords.quote(result.toString());
        LiveStudy study = new LiveStudy(name, kind, command, file, result);
        synchronized (this) {
            if (busy) {
                throw new RequestRefusedException(429, "a study is running; wait for it or cancel it");
            }
            busy = true;
            kept.add(study);
            if (kept.size() > MAX_KEPT) {
                kept.remove(0);
            }
        }
        study.start(settings.threads(), this::ended);
        return study;
    }

    private synchronized void ended() {
        busy = false;
    }

    /** A word for what a study says at this moment, its scenarios and the model included: a change leads to a new folder. */
    private String state(Path file) {
        try {
            MessageDigest sha = DigestUtils.getSha256Digest();
            sha.update(DiplomacySim.MODEL_VERSION.getBytes(StandardCharsets.UTF_8));
            sha.update(Files.readAllBytes(file));
            try (Stream<Path> scenarios = Files.list(settings.scenarios())) {
                for (Path scenario :
                        scenarios.filter(Files::isRegularFile).sorted().toList()) {
                    sha.update(Files.readAllBytes(scenario));
                }
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, HASH);
        } catch (IOException e) {
            throw new RequestRefusedException(409, "the study or its scenarios cannot be read");
        }
    }

    synchronized LiveStudy get(String id) {
        return kept.stream()
                .filter(study -> study.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new RequestRefusedException(404, "there is no work of that id"));
    }

    /** All, the last one first. */
    synchronized ArrayNode list() {
        ArrayNode array = Json.array();
        List<LiveStudy> all = new ArrayList<>(kept);
        Collections.reverse(all);
        all.forEach(study -> array.add(study.told()));
        return array;
    }

    synchronized void cancelAll() {
        kept.forEach(LiveStudy::cancel);
    }
}
