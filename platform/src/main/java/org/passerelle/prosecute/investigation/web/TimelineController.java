package org.passerelle.prosecute.investigation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.NetworkLinks;
import org.passerelle.prosecute.investigation.Timeline;
import org.passerelle.understand.network.Networks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What happened in an investigation, and the networks that it is about. */
@Controller
@Investigators
class TimelineController {
  private static final String ONE = InvestigationPages.HERE + "/{id}";
  private static final int WORDS = 4000;
  private static final int MOST = 1000;
  private final Timeline timeline;
  private final NetworkLinks links;
  private final InvestigationPages pages;
  private final Users users;

  TimelineController(Timeline timeline, NetworkLinks links, InvestigationPages pages, Users users) {
    this.timeline = timeline;
    this.links = links;
    this.pages = pages;
    this.users = users;
  }

  @GetMapping(ONE + "/timeline")
  String show(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return timelinePage(id, act);
  }

  private String timelinePage(UUID id, Act act) {
    InvestigationPages.Head head = pages.head(id, "timeline", act);
    List<Timeline.Line> lines = timeline.newest(id, MOST, act.who());
    return act.with("head", head)
        .with("lines", lines)
        .with("names", users.names(InvestigationNames.of(List.of(), lines)))
        .show("prosecute/investigation/timeline");
  }

  @PostMapping(ONE + "/timeline")
  @Confirmed("prosecute.done.entered")
  String note(@PathVariable UUID id, Act act) {
    LocalDate today = act.page().moments().today();
    LocalDate day = act.form().neededDay("day", today, today);
    String words = act.form().neededText("words", WORDS);
    return act.submit(
        () -> timelinePage(id, act),
        InvestigationPages.HERE + "/" + id + "/timeline",
        () -> timeline.note(id, day, words, act.who()));
  }

  @PostMapping(ONE + "/timeline/{event}/strike")
  @Confirmed("prosecute.done.struck")
  String strike(@PathVariable UUID id, @PathVariable UUID event, Act act) {
    return act.once(
        InvestigationPages.HERE + "/" + id + "/timeline",
        () -> timeline.strike(id, event, act.who()));
  }

  @GetMapping(ONE + "/networks")
  String networks(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return networksPage(id, act);
  }

  private String networksPage(UUID id, Act act) {
    return act.with("head", pages.head(id, "networks", act))
        .with("links", links.of(id, act.who()))
        .with("addable", addable(id, act))
        .show("prosecute/investigation/networks");
  }

  private List<Option> addable(UUID id, Act act) {
    return links.addable(id, act.who()).stream()
        .map((Networks.Line line) -> new Option(line.id().toString(), line.title()))
        .toList();
  }

  @PostMapping(ONE + "/networks")
  @Confirmed("prosecute.done.network-linked")
  String link(@PathVariable UUID id, Act act) {
    String network = act.form().neededCode("network", addable(id, act));
    return act.submit(
        () -> networksPage(id, act),
        InvestigationPages.HERE + "/" + id + "/networks",
        () -> links.link(id, UUID.fromString(network), act.who()));
  }

  @PostMapping(ONE + "/networks/{network}/end")
  @Confirmed("prosecute.done.network-unlinked")
  String unlink(@PathVariable UUID id, @PathVariable UUID network, Act act) {
    return act.once(
        InvestigationPages.HERE + "/" + id + "/networks",
        () -> links.unlink(id, network, act.who()));
  }
}
