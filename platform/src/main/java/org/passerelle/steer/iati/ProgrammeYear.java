package org.passerelle.steer.iati;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Values;

/**
 * Which projects belong to the programme of a year, which of them the file holds, and why the
 * others stay out. Every project of the year stands in one of the two lists.
 *
 * @param activities that the file holds
 * @param leftOut that it does not
 */
public record ProgrammeYear(int year, List<Activity> activities, List<LeftOut> leftOut) {
  public ProgrammeYear {
    activities = List.copyOf(activities);
    leftOut = List.copyOf(leftOut);
  }

  /** A project with its period and what of it is withheld. */
  public record Activity(Entry project, ActivityPeriod period, Redactions redactions) {}

  /** A project that stays out, and why. */
  public record LeftOut(Entry project, Why why) {}

  /** Why a project stays out of the file. */
  public enum Why {
    /** It was entered so, with a reason. */
    WITHHELD,
    /** An element to be withheld is not one of the standard's: the whole stays out. */
    NOT_UNDERSTOOD,
    /** It takes place in France and is no cooperation with another country. */
    IN_FRANCE,
    /** Neither the project nor its source says when. */
    NO_DATE
  }

  /** The programme of a year. */
  public static ProgrammeYear of(Facts facts, int year) {
    List<Activity> activities = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Entry project : facts.all("project")) {
      ActivityPeriod period = ActivityPeriod.of(project, facts);
      Redactions redactions = Redactions.of(project, facts);
      if (period.start() == ActivityPeriod.Known.NOT) {
        leftOut.add(new LeftOut(project, Why.NO_DATE));
      } else if (period.touches(year, project.text("status"))) {
        if (project.text("other-frame").equals("france")) {
          leftOut.add(new LeftOut(project, Why.IN_FRANCE));
        } else if (redactions.everything()) {
          boolean understood = redactions.rows().stream().allMatch(Redactions.Row::understood);
          leftOut.add(new LeftOut(project, understood ? Why.WITHHELD : Why.NOT_UNDERSTOOD));
        } else {
          activities.add(new Activity(project, period, redactions));
        }
      }
    }
    return new ProgrammeYear(year, activities, leftOut);
  }

  /** Years of which the register knows something, up to the present one. */
  public static List<Integer> years(Facts facts, int present) {
    TreeSet<Integer> years = new TreeSet<>();
    for (Entry project : facts.all("project")) {
      LocalDate from = ActivityPeriod.of(project, facts).from();
      if (from != null && from.getYear() <= present) {
        years.add(from.getYear());
      }
    }
    for (Entry committee : facts.all("committee")) {
      for (Values session : committee.rows("sessions")) {
        session.whole("programme-year").filter(y -> y <= present).ifPresent(years::add);
        session.whole("report-year").filter(y -> y <= present).ifPresent(years::add);
      }
    }
    return List.copyOf(years);
  }

  /** The year whose programme was submitted last; else the latest that the register knows. */
  public static int latest(Facts facts, int present) {
    return facts.all("committee").stream()
        .flatMap(committee -> committee.rows("sessions").stream())
        .filter(session -> session.date("date").map(PartialDate::earliest).isPresent())
        .flatMap(session -> session.whole("programme-year").stream())
        .filter(year -> year <= present)
        .max(Integer::compare)
        .orElseGet(
            () -> {
              List<Integer> years = years(facts, present);
              return years.isEmpty() ? present : years.get(years.size() - 1);
            });
  }
}
