package org.passerelle.steer.iati;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.passerelle.language.Wording;

/**
 * Writes the start and end of an activity. The standard requires a day; if the register knows less,
 * the text beside it says how to read it.
 */
final class Dates {
  private static final Set<String> NOT_BEGUN = Set.of("planned", "announced", "cancelled");
  private final XmlLines out;
  private final int year;
  private final LocalDate today;

  Dates(XmlLines out, int year, LocalDate today) {
    this.out = out;
    this.year = year;
    this.today = today;
  }

  void write(ProgrammeYear.Activity activity) throws XMLStreamException {
    ActivityPeriod period = activity.period();
    String status = activity.project().text("status");
    boolean hidden = activity.redactions().hides("activity-date");
    LocalDate from = from(activity);
    boolean planned = NOT_BEGUN.contains(status) || from.isAfter(today);
    date(
        planned ? "1" : "2",
        from,
        hidden ? Notes.of("iati.date.withheld", Integer.toString(year)) : start(period));
    LocalDate to = period.to();
    if (to != null && !hidden) {
      boolean over = status.equals("done") && !planned && !to.isAfter(today);
      date(over ? "4" : "3", to, known(period.end()));
    }
  }

  private LocalDate from(ProgrammeYear.Activity activity) {
    LocalDate from = activity.period().from();
    return from == null || activity.redactions().hides("activity-date")
        ? LocalDate.of(year, 1, 1)
        : from;
  }

  private void date(String type, LocalDate day, Wording note) throws XMLStreamException {
    out.open("activity-date", "type", type, "iso-date", day.toString());
    out.narratives(note);
    out.close();
  }

  /** Sentences for the description, where the day alone would be misleading. */
  List<Wording> notes(ProgrammeYear.Activity activity) {
    List<Wording> notes = new ArrayList<>();
    if (!activity.redactions().hides("activity-date")
        && activity.period().start().compareTo(ActivityPeriod.Known.EVIDENCE) >= 0) {
      notes.add(start(activity.period()));
    }
    return notes;
  }

  private Wording start(ActivityPeriod period) {
    return switch (period.start()) {
      case EVIDENCE -> Notes.of("iati.date.evidence");
      case REPORTED -> Notes.of("iati.date.reported");
      case CONTINUES -> Notes.of("iati.date.continues", Integer.toString(year));
      default -> known(period.start());
    };
  }

  private static Wording known(ActivityPeriod.Known known) {
    return switch (known) {
      case MONTH -> Notes.of("iati.date.month");
      case YEAR -> Notes.of("iati.date.year");
      default -> new Wording(java.util.Map.of());
    };
  }
}
