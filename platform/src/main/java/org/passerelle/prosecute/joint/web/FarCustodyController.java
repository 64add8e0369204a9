package org.passerelle.prosecute.joint.web;

import java.util.Map;
import java.util.UUID;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.pages.Act;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.joint.FarCustody;
import org.passerelle.prosecute.joint.FarExhibit;
import org.passerelle.prosecute.joint.JointExhibits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An exhibit that the office of another node shares, and its custody, each answer signed. */
@Controller
@Investigators
class FarCustodyController {
  private static final int REASON = 500;
  private static final String ONE = JointTeamsController.HERE + "/{team}/exhibits/{exhibit}";
  private final JointExhibits exhibits;
  private final FarCustody custody;
  private final JointTeamPages pages;
  private final ProvenOwner owner;

  FarCustodyController(
      JointExhibits exhibits, FarCustody custody, JointTeamPages pages, ProvenOwner owner) {
    this.exhibits = exhibits;
    this.custody = custody;
    this.pages = pages;
    this.owner = owner;
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID team, @PathVariable UUID exhibit, Act act) {
    act.form(Map.of());
    return page(team, exhibit, act);
  }

  private String page(UUID team, UUID exhibit, Act act) {
    JointTeamPages.Head head = pages.head(team, "exhibits", act);
    FarExhibit one = exhibits.elsewhere(team, exhibit, act.who());
    return act.with("head", head)
        .with("one", one)
        .with("custody", custody.of(team, one, act.who()))
        .with("gaveFactor", owner.gaveFactor(act.who(), act.request()))
        .show("prosecute/joint/exhibit");
  }

  @PostMapping(ONE + "/ask")
  @Confirmed("prosecute.done.joint-asked")
  String ask(@PathVariable UUID team, @PathVariable UUID exhibit, Act act) {
    return act.submit(
        () -> page(team, exhibit, act),
        at(team, exhibit),
        () -> custody.ask(team, exhibit, act.who()));
  }

  @PostMapping(ONE + "/take")
  @Confirmed("prosecute.done.joint-answered")
  String take(@PathVariable UUID team, @PathVariable UUID exhibit, Act act) {
    return signed(team, exhibit, act, () -> custody.take(team, exhibit, act.who()));
  }

  @PostMapping(ONE + "/refuse")
  @Confirmed("prosecute.done.joint-answered")
  String refuse(@PathVariable UUID team, @PathVariable UUID exhibit, Act act) {
    String reason = act.form().neededText("why", REASON);
    return signed(team, exhibit, act, () -> custody.refuse(team, exhibit, reason, act.who()));
  }

  /** A signature asks for password and second factor. */
  private String signed(UUID team, UUID exhibit, Act act, Runnable work) {
    return owner.guard(act).submit(() -> page(team, exhibit, act), at(team, exhibit), work);
  }

  @PostMapping(ONE + "/confirm")
  String confirm(@PathVariable UUID team, @PathVariable UUID exhibit, Act act) {
    exhibits.elsewhere(team, exhibit, act.who());
    return owner.askFactor(at(team, exhibit), act.request());
  }

  @PostMapping(ONE + "/file")
  @Confirmed("prosecute.done.joint-file")
  String file(@PathVariable UUID team, @PathVariable UUID exhibit, Act act) {
    FarExhibit one = exhibits.elsewhere(team, exhibit, act.who());
    UUID investigation = custody.of(team, one, act.who()).investigation();
    return act.submit(
        () -> page(team, exhibit, act),
        () ->
            "/prosecute/investigations/"
                + investigation
                + "/exhibits/"
                + custody.copy(team, exhibit, act.who()));
  }

  private static String at(UUID team, UUID exhibit) {
    return JointTeamsController.at(team) + "/exhibits/" + exhibit;
  }
}
