package org.passerelle.prosecute.joint.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.pages.Act;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.exhibit.web.Offer;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.joint.FarCopies;
import org.passerelle.prosecute.joint.FarCustody;
import org.passerelle.prosecute.joint.FarGiving;
import org.passerelle.prosecute.joint.JointExhibits;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.FarGivenRows;
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
  private final FarGiving giving;
  private final FarCopies copies;
  private final JointTeamPages pages;
  private final ProvenOwner owner;

  FarCustodyController(
      JointExhibits exhibits,
      FarCustody custody,
      FarGiving giving,
      FarCopies copies,
      JointTeamPages pages,
      ProvenOwner owner) {
    this.exhibits = exhibits;
    this.custody = custody;
    this.giving = giving;
    this.copies = copies;
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
    FarCustody.Standing standing = custody.of(team, one, act.who());
    return act.with("head", head)
        .with("one", one)
        .with("custody", standing)
        .with("takers", takers(team, one, standing, act))
        .with("offered", offered(standing))
        .with("gaveFactor", owner.gaveFactor(act.who(), act.request()))
        .show("prosecute/joint/exhibit");
  }

  private List<Option> takers(UUID team, FarExhibit one, FarCustody.Standing standing, Act act) {
    if (!standing.givable()) {
      return List.of();
    }
    List<UUID> takers = giving.takers(team, one.id(), standing, act.who());
    Map<UUID, String> names = pages.names(takers);
    return takers.stream()
        .map(taker -> new Option(taker.toString(), names.getOrDefault(taker, "…")))
        .sorted(Comparator.comparing(Option::label))
        .toList();
  }

  /** Name of whoever a colleague of the reader, or the reader, offers it to; empty for nobody. */
  private String offered(FarCustody.Standing standing) {
    FarGivenRows.Given given = standing.given();
    return given == null ? "" : pages.names(List.of(given.to())).getOrDefault(given.to(), "…");
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

  @PostMapping(ONE + "/offer")
  @Confirmed("prosecute.done.joint-offered")
  String offer(@PathVariable UUID team, @PathVariable UUID exhibit, Act act) {
    Offer offer = Offer.of(act);
    return signed(
        team,
        exhibit,
        act,
        () -> giving.offer(team, exhibit, offer.to(), offer.words(), act.who()));
  }

  @PostMapping(ONE + "/withdraw")
  @Confirmed("prosecute.done.joint-taken-back")
  String withdraw(@PathVariable UUID team, @PathVariable UUID exhibit, Act act) {
    return act.once(at(team, exhibit), () -> giving.withdraw(team, exhibit, act.who()));
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
                + copies.copy(team, exhibit, act.who()));
  }

  private static String at(UUID team, UUID exhibit) {
    return JointTeamsController.at(team) + "/exhibits/" + exhibit;
  }
}
