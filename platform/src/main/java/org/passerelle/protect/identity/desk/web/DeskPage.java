package org.passerelle.protect.identity.desk.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.Entry;
import org.passerelle.protect.identity.desk.JointScreening;
import org.passerelle.protect.identity.desk.RefusedEntries;
import org.passerelle.protect.identity.desk.Shift;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.Questions;

/**
 * View of a desk in operation.
 *
 * @param duty whether the reader is on duty
 * @param mayBegin whether the reader may begin a shift
 * @param officers number of officers of this side
 * @param shifts current shifts of both sides
 * @param closed officers who are blocked from writing in the book
 * @param asked files of this side that the other side asked for
 * @param answered answers released by the other side
 * @param names names of colleagues
 */
public record DeskPage(
    Desk desk,
    boolean leads,
    boolean duty,
    boolean mayBegin,
    int officers,
    List<Shift> shifts,
    List<Entry> entries,
    List<RefusedEntries.Closed> closed,
    List<JointScreening> joints,
    List<Hit> asked,
    List<Questions.Answered> answered,
    Map<UUID, String> names,
    String other,
    String country,
    String agreement,
    Filled form,
    CodeWords words) {
  public String at() {
    return "/protect/desks/" + desk.id();
  }

  /** Name of a colleague; empty for the other side. */
  public String colleague(@Nullable UUID id) {
    return id == null ? "" : names.getOrDefault(id, "…");
  }

  /** Whether a user is blocked from writing in the book. */
  public boolean closed(UUID reader) {
    return closed.stream().anyMatch(c -> c.officer().equals(reader));
  }

  /** Shifts of one side. */
  public List<Shift> onDuty(boolean here) {
    return shifts.stream().filter(s -> s.here() == here).toList();
  }

  /** Open points, those that wait for this side first. */
  public List<Entry> points() {
    return entries.stream()
        .filter(Entry::open)
        .sorted(
            Comparator.comparing((Entry e) -> !e.waitsForUs())
                .thenComparing(e -> !e.ours())
                .thenComparing(Entry::at))
        .toList();
  }

  /** Number of points that wait for this side. */
  public long waiting() {
    return entries.stream().filter(Entry::waitsForUs).count();
  }

  /** Points held by the reader. */
  public List<Entry> heldBy(UUID reader) {
    return entries.stream()
        .filter(e -> e.state().equals("held") && reader.equals(e.holder()))
        .toList();
  }

  /** Unanswered questions. */
  public List<Hit> open() {
    return asked.stream().filter(Hit::open).toList();
  }

  /** Options for the person whose task an entry becomes. */
  public List<Option> pointOptions(Page page) {
    return List.of(
        new Option("none", page.text("desk.point.none")),
        new Option("here", page.text("desk.point.here")),
        new Option("there", page.text("desk.point.there", other)));
  }

  /** Status of a point, as a sentence. */
  public String stands(Entry entry, Page page) {
    if (entry.state().equals("held")) {
      return entry.ours()
          ? page.text("desk.point.held", colleague(entry.holder()))
          : page.text("desk.point.held.there", other);
    }
    return page.text(entry.ours() ? "desk.point.waits" : "desk.point.waits.there", other);
  }

  /** Badge colour of a joint screening's status. */
  public static String colour(JointScreening jointScreening) {
    return switch (jointScreening.stands()) {
      case "both" -> "good";
      case "gone" -> "";
      default -> "warn";
    };
  }

  /** The reader's current shift. */
  public Optional<Shift> own(UUID reader) {
    return shifts.stream().filter(s -> reader.equals(s.officer())).findFirst();
  }
}
