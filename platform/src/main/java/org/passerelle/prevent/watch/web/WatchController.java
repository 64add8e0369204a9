package org.passerelle.prevent.watch.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.picture.CleanPicture;
import org.passerelle.prevent.tip.TipOutcomes;
import org.passerelle.prevent.watch.WatchEntry;
import org.passerelle.prevent.watch.WatchList;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** What stands on the watch list, and new entries. */
@Controller
class WatchController {
  static final String HERE = "/prevent/watch";
  private static final String PICTURE = HERE + "/picture";
  private static final String WORDS = "words";
  private static final String TIP = "tip";
  private final WatchList watch;
  private final TipOutcomes tips;

  WatchController(WatchList watch, TipOutcomes tips) {
    this.watch = watch;
    this.tips = tips;
  }

  @GetMapping(HERE)
  @Allowed({Role.TRIAGE_OFFICER, Role.ANALYST, Role.PROSECUTOR, Role.INVESTIGATOR})
  String list(Act act) {
    String state = act.asked().code("state", WatchForms.states(act));
    List<WatchEntry> entries =
        watch.list(act.who()).stream()
            .filter(entry -> state.isEmpty() || entry.state().equals(state))
            .toList();
    return act.show(
        "prevent/watch/list",
        new WatchListPage(entries, state, WatchForms.states(act), WatchList.keeps(act.who())));
  }

  @GetMapping(HERE + "/new")
  @Allowed(Role.TRIAGE_OFFICER)
  String blank(Act act) {
    WatchForms.blank(act);
    return form(act);
  }

  private String form(Act act) {
    return fromTip(act)
        .with("kinds", WatchForms.kinds(act))
        .with("form", act.form())
        .show("prevent/watch/new");
  }

  /** The tip that a form is about: named by the address first, then by the form itself. */
  private Act fromTip(Act act) {
    String tip = act.asked().id(TIP).map(UUID::toString).orElse("");
    return act.with(TIP, tip)
        .with("code", tip.isEmpty() ? "" : tips.code(act.who(), UUID.fromString(tip)));
  }

  @PostMapping(HERE)
  @Allowed(Role.TRIAGE_OFFICER)
  String enter(Act act) {
    String kind = act.form().neededCode("kind", WatchForms.kinds(act));
    String words = act.form().neededText(WORDS, Filled.SHORT);
    UUID tip = act.form().id(TIP).orElse(null);
    return enter(act, WORDS, () -> form(act), () -> new WatchList.New(kind, words, null, tip));
  }

  private String enter(
      Act act, String field, Supplier<String> again, Supplier<WatchList.New> entry) {
    WatchList.Seen seen = WatchForms.seen(act);
    return act.refusalsAt(field)
        .submit(
            again,
            () -> {
              WatchList.Entered entered = watch.enter(act.who(), entry.get(), seen);
              if (entered.known()) {
                act.notice("warn", "watch.known");
              } else if (entered.near().isEmpty()) {
                act.notice("good", "watch.entered");
              } else {
                act.notice("warn", "watch.near.found", String.join(", ", entered.near()));
              }
              return HERE + "/" + entered.id();
            });
  }

  @GetMapping(PICTURE)
  @Allowed(Role.TRIAGE_OFFICER)
  String blankPicture(Act act) {
    WatchForms.blank(act);
    return pictureForm(act);
  }

  private String pictureForm(Act act) {
    return fromTip(act)
        .with("most", CleanPicture.MOST_BYTES)
        .with("form", act.form())
        .show("prevent/watch/picture");
  }

  /** The picture is decoded, its hash computed, and nothing else of it kept. */
  @PostMapping(PICTURE)
  @Allowed(Role.TRIAGE_OFFICER)
  String enterPicture(Act act) {
    String shows = act.form().neededText(WORDS, Filled.SHORT);
    UUID tip = act.form().id(TIP).orElse(null);
    byte[] sent = act.file("file");
    return enter(
        act, "file", () -> pictureForm(act), () -> WatchList.New.picture(sent, shows, tip));
  }
}
