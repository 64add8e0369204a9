package org.passerelle.protect.identity.desk.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.screening.FinishedScreening;
import org.passerelle.protect.casework.screening.Screening;
import org.passerelle.protect.casework.screening.Screenings;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.Desks;
import org.passerelle.protect.identity.desk.JointScreening;
import org.passerelle.protect.identity.desk.JointScreenings;
import org.passerelle.protect.identity.desk.Shifts;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages of joint screenings: shared, read and signed by both sides, and used for a file. */
@Controller
@RequestMapping("/protect/desks/{id}")
@Caseworkers
class JointController {
  private static final int OFFERED = 10;

  private final Desks desks;
  private final Shifts shifts;
  private final JointScreenings joints;
  private final Screenings screenings;
  private final JointPages pages;
  private final ProvenOwner owner;

  JointController(
      Desks desks,
      Shifts shifts,
      JointScreenings joints,
      Screenings screenings,
      JointPages pages,
      ProvenOwner owner) {
    this.desks = desks;
    this.shifts = shifts;
    this.joints = joints;
    this.screenings = screenings;
    this.pages = pages;
    this.owner = owner;
  }

  private static String at(UUID desk) {
    return "/protect/desks/" + desk;
  }

  private static String at(UUID desk, UUID joint) {
    return at(desk) + "/screenings/" + joint;
  }

  /** Finished screenings of this side, to choose from. */
  @GetMapping("/share")
  String choose(@PathVariable UUID id, Act act) {
    Desk desk = atWork(id, act);
    act.with("desk", desk);
    act.with(
        "screenings",
        screenings.list(act.who(), true, 0, OFFERED * 2).stream()
            .filter(Screening::isFinished)
            .limit(OFFERED)
            .toList());
    return act.show("protect/desk/choose");
  }

  private Desk atWork(UUID id, Act act) {
    Desk desk = desks.find(id, act.who());
    if (!shifts.onDuty(desk, act.who())) {
      throw new NotFound();
    }
    return desk;
  }

  @GetMapping("/share/{screening}")
  String blank(@PathVariable UUID id, @PathVariable UUID screening, Act act) {
    Desk desk = atWork(id, act);
    FinishedScreening finished = screenings.finished(screening, act.who());
    act.form(
        Filled.with(Map.of("purpose", "protection_and_placement"))
            .and("categories", List.of("case")));
    return pages.share(desk, finished, joints.categories(finished), act);
  }

  @PostMapping("/share/{screening}")
  String share(@PathVariable UUID id, @PathVariable UUID screening, Act act) {
    Desk desk = atWork(id, act);
    FinishedScreening finished = screenings.finished(screening, act.who());
    List<String> offered = joints.categories(finished);
    Filled form = act.form();
    List<String> chosen = form.codes("categories", Set.copyOf(offered));
    if (chosen.isEmpty()) {
      form.errors().add("categories", "form.error.required");
    }
    JointScreenings.Draft draft =
        new JointScreenings.Draft(
            Set.copyOf(chosen),
            form.neededCode("purpose", pages.codes("consent_purposes")),
            form.code("asylum", JointPages.ASYLUM),
            pages.basis(form));
    return act.refusalsAt("kind")
        .submit(
            () -> pages.share(desk, finished, offered, act),
            () -> {
              UUID joint =
                  joints.share(id, screening, draft, act.page().moments().zone(), act.who());
              act.notice("good", "desk.shared.now");
              return at(id, joint);
            });
  }

  @GetMapping("/screenings/{joint}")
  String read(@PathVariable UUID id, @PathVariable UUID joint, Act act) {
    act.form(Map.of());
    return show(id, joint, act);
  }

  private String show(UUID id, UUID joint, Act act) {
    Desk desk = desks.find(id, act.who());
    JointScreening found = joints.find(desk, joint, act.who());
    return pages.joint(
        desk,
        found,
        joints.read(found, act.who()),
        shifts.onDuty(desk, act.who()),
        owner.gaveFactor(act.who(), act.request()),
        act);
  }

  /** Signs the content shown on the page, whose digest is in the form. */
  @PostMapping("/screenings/{joint}/sign")
  String sign(@PathVariable UUID id, @PathVariable UUID joint, Act act) {
    String digest = act.form().shown("digest");
    return owner
        .guard(act)
        .refusalsAt("currentPassword")
        .submit(
            () -> show(id, joint, act),
            () -> {
              joints.sign(id, joint, digest, act.who());
              act.notice("good", "desk.signed.now");
              return at(id, joint);
            });
  }

  /** Redirects to the page that asks for the second factor and back. */
  @PostMapping("/screenings/{joint}/confirm")
  String confirm(@PathVariable UUID id, @PathVariable UUID joint, Act act) {
    return owner.askFactor(at(id, joint), act.request());
  }

  @PostMapping("/screenings/{joint}/take")
  String take(@PathVariable UUID id, @PathVariable UUID joint, Act act) {
    return act.once(() -> "/protect/screenings/" + joints.takeUp(id, joint, act.who()));
  }
}
