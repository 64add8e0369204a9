package org.passerelle.protect.desk.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.desk.Desk;
import org.passerelle.protect.desk.Entry;
import org.passerelle.protect.desk.Joint;
import org.passerelle.protect.desk.RefusedWords;
import org.passerelle.protect.desk.Shift;
import org.passerelle.protect.elsewhere.Hit;
import org.passerelle.protect.elsewhere.Questions;

/**
 * A desk at work.
 *
 * @param duty whether the reader is on duty
 * @param mayBegin whether the reader may begin a shift
 * @param officers how many of one's own side work there
 * @param shifts of either side that go on
 * @param closed colleagues whose words the book takes no more
 * @param asked own files that the other side asked for
 * @param answered what the other side released to us
 * @param names of colleagues
 */
public record DeskPage(
    Desk desk,
    boolean leads,
    boolean duty,
    boolean mayBegin,
    int officers,
    List<Shift> shifts,
    List<Entry> entries,
    List<RefusedWords.Closed> closed,
    List<Joint> joints,
    List<Hit> asked,
    List<Questions.Answered> answered,
    Map<UUID, String> names,
    String other,
    String country,
    String agreement,
    Filled form,
    CaseWords words) {
  /** Where it stands. */
  public String at() {
    return "/protect/desks/" + desk.id();
  }

  /** What a colleague is called; nothing for the other side. */
  public String colleague(@Nullable UUID id) {
    return id == null ? "" : names.getOrDefault(id, "…");
  }

  /** Whether the book takes no more words of somebody. */
  public boolean closed(UUID reader) {
    return closed.stream().anyMatch(c -> c.officer().equals(reader));
  }

  /** Shifts of one side. */
  public List<Shift> onDuty(boolean here) {
    return shifts.stream().filter(s -> s.here() == here).toList();
  }

  /** Points that somebody goes on with, those that wait for this side first. */
  public List<Entry> points() {
    return entries.stream()
        .filter(Entry::open)
        .sorted(
            Comparator.comparing((Entry e) -> !e.waitsForUs())
                .thenComparing(e -> !e.ours())
                .thenComparing(Entry::at))
        .toList();
  }

  /** How many points wait for this side. */
  public long waiting() {
    return entries.stream().filter(Entry::waitsForUs).count();
  }

  /** Points that the reader holds. */
  public List<Entry> heldBy(UUID reader) {
    return entries.stream()
        .filter(e -> e.state().equals("held") && reader.equals(e.holder()))
        .toList();
  }

  /** Questions that nobody has answered. */
  public List<Hit> open() {
    return asked.stream().filter(Hit::open).toList();
  }

  /** Who goes on with an entry, as a form asks it. */
  public List<Option> pointOptions(Page page) {
    return List.of(
        new Option("none", page.text("desk.point.none")),
        new Option("here", page.text("desk.point.here")),
        new Option("there", page.text("desk.point.there", other)));
  }

  /** How a point stands, in a sentence. */
  public String stands(Entry entry, Page page) {
    if (entry.state().equals("held")) {
      return entry.ours()
          ? page.text("desk.point.held", colleague(entry.holder()))
          : page.text("desk.point.held.there", other);
    }
    return page.text(entry.ours() ? "desk.point.waits" : "desk.point.waits.there", other);
  }

  /** Colour of how a joint screening stands. */
  public static String colour(Joint joint) {
    return switch (joint.stands()) {
      case "both" -> "good";
      case "gone" -> "";
      default -> "warn";
    };
  }

  /** The shift that the reader has begun. */
  public Optional<Shift> own(UUID reader) {
    return shifts.stream().filter(s -> reader.equals(s.officer())).findFirst();
  }
}
