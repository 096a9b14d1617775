package org.tumen.simulation;

import java.time.LocalDate;
import java.util.List;
import org.tumen.policy.Recurrence;
import org.tumen.policy.Season;
import org.tumen.scenario.Scenario;

/** What the dates of a scenario mean in weeks of a run. */
final class Calendar {
    private final LocalDate[] days;
    private final boolean[] mandateVotes;
    private final boolean[] panelReports;
    private final boolean[] exercises;

    Calendar(Scenario scenario) {
        int weeks = scenario.weeks();
        days = new LocalDate[weeks + 1];
        exercises = new boolean[weeks];
        for (int week = 0; week <= weeks; week++) {
            days[week] = scenario.day(week);
        }
        for (int week = 0; week < weeks; week++) {
            exercises[week] = begins(days[week], scenario.region().exercises());
        }
        mandateVotes = weeks(scenario.council().mandate().votes(), scenario);
        panelReports = weeks(scenario.monitoring().panel().reports(), scenario);
    }

    private static boolean begins(LocalDate day, List<Season> seasons) {
        return seasons.stream().anyMatch(season -> season.contains(day));
    }

    private static boolean[] weeks(List<Recurrence> days, Scenario scenario) {
        boolean[] due = new boolean[scenario.weeks()];
        days.forEach(day -> day.weeks(scenario.start(), due.length, week -> due[week] = true));
        return due;
    }

    /** The first day of a week. */
    LocalDate day(int week) {
        return days[week];
    }

    /** Whether the panel's mandate is put to the vote. */
    boolean mandateVote(int week) {
        return mandateVotes[week];
    }

    /** Whether the panel reports. */
    boolean panelReport(int week) {
        return panelReports[week];
    }

    /** Whether the week begins in a season of exercises. */
    boolean exercises(int week) {
        return week < exercises.length && exercises[week];
    }
}
