package org.passerelle.prosecute.parallel.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.investigation.web.OfficeNames;
import org.passerelle.prosecute.parallel.ParallelMatter;
import org.passerelle.prosecute.parallel.Parallels;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Other investigations of the same suspects: that there are any, whom to call, who goes on. */
@Controller
@Investigators
class ParallelsController {
  private static final String ALL = InvestigationPages.HERE + "/{id}/parallels";
  private static final String ONE = ALL + "/{matter}";
  private static final int REASONS = 4000;
  private final Parallels parallels;
  private final OfficeNames offices;
  private final InvestigationPages pages;

  ParallelsController(Parallels parallels, OfficeNames offices, InvestigationPages pages) {
    this.parallels = parallels;
    this.offices = offices;
    this.pages = pages;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    InvestigationPages.Head head = pages.head(id, "parallels", act);
    List<ParallelMatter> all = parallels.of(id, act.who());
    return act.with("head", head)
        .with("all", all)
        .with("offices", offices.of(all.stream().map(ParallelMatter::office), act.language()))
        .show("prosecute/parallel/all");
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID matter, Act act) {
    act.form(Map.of());
    return page(id, matter, act);
  }

  private String page(UUID id, UUID matter, Act act) {
    InvestigationPages.Head head = pages.head(id, "parallels", act);
    ParallelMatter one = parallels.find(id, matter, act.who());
    return act.with("head", head)
        .with("one", one)
        .with("office", offices.of(one.office(), act.language()))
        .show("prosecute/parallel/one");
  }

  @PostMapping(ONE)
  @Confirmed("prosecute.done.saved")
  @Allowed(Role.PROSECUTOR)
  String say(@PathVariable UUID id, @PathVariable UUID matter, Act act) {
    String stand = act.form().neededCode("stand", Set.copyOf(ParallelMatter.STANDS));
    String reasons = act.form().neededText("reasons", REASONS);
    return act.submit(
        () -> page(id, matter, act),
        InvestigationPages.HERE + "/" + id + "/parallels/" + matter,
        () -> parallels.say(id, matter, stand, reasons, act.who()));
  }
}
