package org.passerelle.understand.network.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.passerelle.network.Actor;
import org.passerelle.network.ActorKind;
import org.passerelle.network.Tie;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.prevent.watch.WatchEntry;
import org.passerelle.understand.network.InterviewStatements;
import org.passerelle.understand.network.KeptViews;
import org.passerelle.understand.network.Look;
import org.passerelle.understand.network.Measured;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.Picture;

/**
 * The pages of a network.
 *
 * @param tab the page: {@code drawing}, {@code table}, …
 * @param picture the drawing
 * @param said statements in interviews about the selected element
 * @param watched entries of the watch list that the selected actor names
 */
public record WorkbenchPage(
    OpenedNetwork opened,
    Look look,
    Measured measured,
    Picture picture,
    PanelPage panel,
    List<InterviewStatements> said,
    List<WatchEntry> watched,
    List<KeptViews.View> views,
    String tab) {
  private static final int MOST_MONTHS = 300;

  public WorkbenchPage {
    said = List.copyOf(said);
    watched = List.copyOf(watched);
    views = List.copyOf(views);
  }

  /** Path of the network. */
  public String at() {
    return NetworksController.HERE + "/" + opened.id();
  }

  /** The view encoded as query string. */
  public String query() {
    return ViewForm.address(look);
  }

  /** Address of this page with an element selected. */
  public String selecting(String id) {
    return at()
        + ViewForm.address(
            new Look(
                look.lens(),
                look.size(),
                look.colour(),
                look.resolution(),
                look.open(),
                id,
                look.from(),
                look.to()));
  }

  /** Existing kinds of actors, with their number. */
  public Map<ActorKind, Long> kinds() {
    Map<ActorKind, Long> kinds = new EnumMap<>(ActorKind.class);
    opened.network().actors().forEach(actor -> kinds.merge(actor.kind(), 1L, Long::sum));
    return kinds;
  }

  /** Existing kinds of ties, with their number. */
  public Map<String, Long> tieKinds() {
    Map<String, Long> kinds = new TreeMap<>();
    opened.network().ties().forEach(tie -> kinds.merge(tie.kind(), 1L, Long::sum));
    return kinds;
  }

  /** Code of a word in the address. */
  public String code(String word) {
    return ViewForm.code(word);
  }

  /** Options for the source. */
  public List<Option> sources() {
    return ViewForm.sources(opened.network()).stream()
        .map(source -> new Option(ViewForm.code(source), source))
        .toList();
  }

  /** Number of victims. */
  public long victims() {
    return opened.network().actors().stream().filter(Actor::victim).count();
  }

  /** Options for the size. */
  public static List<Option> sizes(Page page) {
    List<Option> sizes = new ArrayList<>();
    Measured.NAMES.forEach(m -> sizes.add(new Option(m, page.text("network.measure." + m))));
    sizes.add(new Option("none", page.text("network.size.none")));
    return sizes;
  }

  /** Options for the colour. */
  public static List<Option> colours(Page page) {
    List<Option> colours = new ArrayList<>();
    for (String colour : List.of("kind", "group")) {
      colours.add(new Option(colour, page.text("network.colour." + colour)));
    }
    Measured.NAMES.forEach(m -> colours.add(new Option(m, page.text("network.measure." + m))));
    return colours;
  }

  /** Options for the minimum grading. */
  public static List<Option> gradings(Page page) {
    return List.of(
        new Option("", page.text("network.grading.any")),
        new Option("4x4:C3", page.text("network.grading.c3")),
        new Option("4x4:B2", page.text("network.grading.b2")),
        new Option("4x4:A1", page.text("network.grading.a1")));
  }

  /** Months from the first to the last known one in which ties held; at most 300. */
  public List<YearMonth> months() {
    LocalDate first = LocalDate.MAX;
    LocalDate last = LocalDate.MIN;
    for (Tie tie : opened.network().ties()) {
      if (!tie.period().from().isEmpty()) {
        LocalDate day = tie.period().firstDay();
        first = day.isBefore(first) ? day : first;
        last = day.isAfter(last) ? day : last;
      }
      if (!tie.period().to().isEmpty()) {
        LocalDate day = tie.period().lastDay();
        first = day.isBefore(first) ? day : first;
        last = day.isAfter(last) ? day : last;
      }
    }
    List<YearMonth> months = new ArrayList<>();
    if (!first.equals(LocalDate.MAX)) {
      YearMonth end = YearMonth.from(last);
      YearMonth begin = YearMonth.from(first);
      YearMonth earliest = end.minusMonths(MOST_MONTHS - 1L);
      for (YearMonth m = begin.isBefore(earliest) ? earliest : begin;
          !m.isAfter(end);
          m = m.plusMonths(1)) {
        months.add(m);
      }
    }
    return months;
  }

  /** Number of dated ties that begin in each month. */
  public List<Integer> begun() {
    Map<YearMonth, Integer> begun = new TreeMap<>();
    for (Tie tie : opened.network().ties()) {
      if (!tie.period().from().isEmpty()) {
        begun.merge(YearMonth.from(tie.period().firstDay()), 1, Integer::sum);
      }
    }
    return months().stream().map(m -> begun.getOrDefault(m, 0)).toList();
  }

  /** A month in words. */
  public static String month(YearMonth month, Page page) {
    return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, page.language().locale())
        + " "
        + month.getYear();
  }

  /** Position of the month slider, from 0; after the last month for the whole period. */
  public int slider() {
    List<YearMonth> months = months();
    String to = look.lens().to();
    if (to.isEmpty() || !look.lens().from().equals(to)) {
      return months.size();
    }
    int at = months.indexOf(YearMonth.parse(to, DateTimeFormatter.ofPattern("uuuu-MM")));
    return at < 0 ? months.size() : at;
  }

  /** Labels of the slider, the whole period last. */
  public List<String> labels(Page page) {
    List<String> labels = new ArrayList<>();
    months().forEach(m -> labels.add(month(m, page)));
    labels.add(page.text("network.time.all"));
    return labels;
  }

  /** The tabs of a network. */
  public static List<String> tabs() {
    return List.of("drawing", "table", "ties", "timeline", "map", "suggested", "changes");
  }

  /** Whether a kind of actor is displayed. */
  public boolean shows(ActorKind kind) {
    return !look.lens().hiddenKinds().contains(kind);
  }

  /** Whether a kind of tie is displayed. */
  public boolean showsTie(String kind) {
    Set<String> hidden = look.lens().hiddenTies();
    return !hidden.contains(kind);
  }

  /** What is drawn, in a sentence; it changes with every filter and with the slider. */
  public static String told(Measured measured, Picture picture, Page page) {
    List<Tie> ties = measured.network().ties();
    long tied =
        ties.stream().flatMap(tie -> Stream.of(tie.source(), tie.target())).distinct().count();
    int actors = measured.graph().size();
    String drawn = page.text("network.told", actors, ties.size(), actors - tied);
    return picture.aggregated()
        ? drawn + " " + page.text("network.aggregated", Picture.MOST)
        : drawn;
  }
}
