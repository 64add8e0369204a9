package org.passerelle.prosecute.exhibit.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.prosecute.exhibit.Custody;
import org.passerelle.prosecute.exhibit.HandOvers;
import org.passerelle.prosecute.exhibit.KeptElsewhere;
import org.passerelle.prosecute.exhibit.SharedExhibits;
import org.passerelle.prosecute.investigation.Investigators;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Custody of exhibits: what the user holds, and hand-overs, each signed. */
@Controller
@Investigators
class CustodyController implements RoomEntries {
  private static final String MINE = "/prosecute/custody";
  static final int REASON = 500;
  private final Custody custody;
  private final SharedExhibits shared;
  private final KeptElsewhere elsewhere;
  private final Users users;
  private final HandOvers handOvers;
  private final ExhibitPage page;
  private final ProvenOwner owner;

  CustodyController(
      Custody custody,
      SharedExhibits shared,
      KeptElsewhere elsewhere,
      Users users,
      HandOvers handOvers,
      ExhibitPage page,
      ProvenOwner owner) {
    this.custody = custody;
    this.shared = shared;
    this.elsewhere = elsewhere;
    this.users = users;
    this.handOvers = handOvers;
    this.page = page;
    this.owner = owner;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("prosecute", 5, "custody.nav", MINE, Investigators.ROLES));
  }

  @GetMapping(MINE)
  String mine(Act act) {
    List<Custody.Kept> kept =
        Stream.of(custody.all(act.who()), shared.kept(act.who())).flatMap(List::stream).toList();
    List<KeptElsewhere.Kept> far = elsewhere.of(act.who());
    List<UUID> holders = far.stream().flatMap(one -> Stream.ofNullable(one.holder())).toList();
    return act.with("kept", kept)
        .with("far", far)
        .with("names", users.names(holders))
        .with("user", act.who().user())
        .show("prosecute/exhibit/custody");
  }

  @PostMapping(ExhibitPage.ONE + "/offer")
  @Confirmed("prosecute.done.custody-offered")
  String offer(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    Offer offer = Offer.of(act);
    return signed(
        id, exhibit, act, () -> handOvers.offer(id, exhibit, offer.to(), offer.words(), act.who()));
  }

  @PostMapping(ExhibitPage.ONE + "/take")
  @Confirmed("prosecute.done.custody-taken")
  String take(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    return signed(id, exhibit, act, () -> handOvers.take(id, exhibit, act.who()));
  }

  @PostMapping(ExhibitPage.ONE + "/refuse")
  @Confirmed("prosecute.done.custody-refused")
  String refuse(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    String reason = act.form().neededText("why", REASON);
    return signed(id, exhibit, act, () -> handOvers.refuse(id, exhibit, reason, act.who()));
  }

  @PostMapping(ExhibitPage.ONE + "/check")
  @Confirmed("prosecute.done.custody-checked")
  String check(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    String reason = act.form().text("why", REASON);
    return signed(id, exhibit, act, () -> handOvers.check(id, exhibit, reason, act.who()));
  }

  @PostMapping(ExhibitPage.ONE + "/withdraw")
  @Confirmed("prosecute.done.custody-withdrawn")
  String withdraw(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    return act.once(ExhibitPage.at(id, exhibit), () -> handOvers.withdraw(id, exhibit, act.who()));
  }

  /** A signature asks for password and second factor. */
  private String signed(UUID id, UUID exhibit, Act act, Runnable work) {
    return owner
        .guard(act)
        .submit(() -> page.show(id, exhibit, act), ExhibitPage.at(id, exhibit), work);
  }
}
