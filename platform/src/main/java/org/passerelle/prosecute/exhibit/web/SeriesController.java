package org.passerelle.prosecute.exhibit.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.ExhibitSeries;
import org.passerelle.prosecute.exhibit.WaitingExhibit;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.refusal.Refused;
import org.passerelle.work.Upload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Exhibits of an investigation from many files at once. */
@Controller
@Investigators
class SeriesController {
  private static final String HERE = ExhibitPage.ALL + "/several";

  /** Files that are named after an upload; the page of exhibits shows the others. */
  private static final int NAMED = 5;

  private static final int DIGITS = 16;
  private final ExhibitSeries series;
  private final InvestigationPages pages;
  private final ProvenOwner owner;

  SeriesController(ExhibitSeries series, InvestigationPages pages, ProvenOwner owner) {
    this.series = series;
    this.pages = pages;
    this.owner = owner;
  }

  @GetMapping(HERE)
  String page(@PathVariable UUID id, Act act) {
    Filled form = act.form(Map.of());
    if (!form.names().contains("uploads")) {
      form.and("uploads", values(ready(id, act)));
    }
    return show(id, act);
  }

  private String show(UUID id, Act act) {
    return act.with("head", pages.head(id, "exhibits", act))
        .with("ready", ready(id, act))
        .with("faulty", series.waiting(id, act.who()).stream().filter(w -> !w.ready()).toList())
        .with("gaveFactor", owner.gaveFactor(act.who(), act.request()))
        .show("prosecute/exhibit/several");
  }

  private List<Option> ready(UUID id, Act act) {
    return series.waiting(id, act.who()).stream()
        .filter(WaitingExhibit::ready)
        .map(one -> new Option(one.file().id().toString(), label(one, act)))
        .toList();
  }

  private static String label(WaitingExhibit one, Act act) {
    return act.text(
        "exhibit.several.waiting",
        one.number(),
        one.file().fileName(),
        act.text("exhibit.bytes", one.file().digests().size()),
        one.file().digests().sha256().substring(0, DIGITS));
  }

  private static List<String> values(List<Option> options) {
    return options.stream().map(Option::value).toList();
  }

  /** Outside the transaction: a slow upload must not hold a database connection. */
  @PostMapping(HERE + "/upload")
  String upload(@PathVariable UUID id, Act act) throws IOException {
    Filled form = act.form();
    Exhibit.Draft alike =
        new Exhibit.Draft(
            form.neededCode("kind", Set.copyOf(Exhibit.KINDS)),
            new Exhibit.Words(
                "",
                form.text("origin", 500),
                form.text("seizure", 200),
                form.text("seal", 200),
                form.text("storage", 200)));
    if (Upload.of(act.request()).isEmpty()) {
      form.errors().add("file", "exhibit.refused.no-file");
    }
    AtomicBoolean first = new AtomicBoolean();
    String next =
        act.submit(
            () -> show(id, act),
            ExhibitSeries.at(id),
            () -> {
              series.check(id, alike, act.who());
              first.set(true);
            });
    // a form that is sent twice makes no second exhibits
    if (first.get()) {
      tell(series.receive(id, alike, Upload.all(act.request()), act.who()), act);
    }
    return next;
  }

  private static void tell(ExhibitSeries.Received received, Act act) {
    StringBuilder said = new StringBuilder(act.text("exhibit.several.arrived", received.arrived()));
    received.left().stream()
        .limit(NAMED)
        .map(left -> act.text("exhibit.several.left", left.name(), sentence(left.why(), act)))
        .forEach(sentence -> said.append(' ').append(sentence));
    if (received.left().size() > NAMED) {
      said.append(' ')
          .append(act.text("exhibit.several.left.more", received.left().size() - NAMED));
    }
    if (received.more()) {
      said.append(' ').append(act.text("exhibit.several.most", ExhibitSeries.MOST));
    }
    act.said(received.left().isEmpty() && !received.more() ? "good" : "warn", said.toString());
  }

  private static String sentence(Refused why, Act act) {
    return act.text(why.key(), why.arguments());
  }

  @PostMapping(HERE + "/intake")
  @Confirmed("")
  String takeIn(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Set<UUID> chosen =
        form.codes("uploads", Set.copyOf(values(ready(id, act)))).stream()
            .map(UUID::fromString)
            .collect(Collectors.toUnmodifiableSet());
    if (chosen.isEmpty() && !form.errors().has("uploads")) {
      form.errors().add("uploads", "form.error.required");
    }
    CustodyWords words = new CustodyWords(form.neededText("place", 200), form.text("reason", 500));
    return owner
        .guard(act)
        .submit(() -> show(id, act), () -> "/work/" + series.takeIn(id, chosen, words, act.who()));
  }

  @PostMapping(HERE + "/confirm")
  String confirm(@PathVariable UUID id, Act act) {
    series.waiting(id, act.who());
    return owner.askFactor(ExhibitSeries.at(id), act.request());
  }
}
