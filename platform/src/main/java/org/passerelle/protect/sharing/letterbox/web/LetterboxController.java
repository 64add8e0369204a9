package org.passerelle.protect.sharing.letterbox.web;

import java.util.UUID;
import org.passerelle.PlatformSettings;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.protect.sharing.letterbox.DepositedDossier;
import org.passerelle.protect.sharing.letterbox.Letterbox;
import org.passerelle.protect.sharing.letterbox.SenderView;
import org.passerelle.protect.sharing.news.NewsWords;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The sender's pages of a dossier in a letterbox: its two secrets, and uploaded files. */
@Controller
@Caseworkers
class LetterboxController {
  private static final String ONE = "/protect/letterboxes/{referral}";
  private final SenderView view;
  private final CodeOptions options;
  private final PlatformSettings settings;
  private final NewsWords news;

  LetterboxController(
      SenderView view, CodeOptions options, PlatformSettings settings, NewsWords news) {
    this.news = news;
    this.view = view;
    this.options = options;
    this.settings = settings;
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID referral, Act act) {
    DepositedDossier lying = view.find(referral, act.who());
    news.show(referral, act);
    act.with("lying", lying);
    act.with("box", view.letterbox(lying));
    act.with("files", view.files(lying));
    view.law(lying).ifPresent(law -> act.with("law", law));
    act.with("opensAgain", view.opensAgain(lying));
    act.with("lookedFor", view.isLookedFor(lying));
    act.with("words", new CodeWords(options, act.language()));
    act.with("kinds", options.ordered("file_kinds", act.language()));
    return act.show("protect/letterbox/sender");
  }

  @PostMapping(ONE + "/code")
  String code(@PathVariable UUID referral, Act act) {
    return act.once(
        () -> {
          Letterbox box = view.letterbox(view.find(referral, act.who()));
          String code = view.newCode(referral, act.who());
          act.notice(
              "good",
              "letterbox.code-is",
              code.substring(0, 4) + " " + code.substring(4),
              box.phone());
          return "/protect/letterboxes/" + referral;
        });
  }

  @PostMapping(ONE + "/link")
  String link(@PathVariable UUID referral, Act act) {
    return act.once(
        () -> {
          String address = settings.address() == null ? "" : settings.address();
          act.notice(
              "good",
              "letterbox.link-is",
              address.replaceFirst("/+$", "") + "/letterbox/" + view.newLink(referral, act.who()));
          return "/protect/letterboxes/" + referral;
        });
  }

  @PostMapping(ONE + "/end")
  String end(@PathVariable UUID referral, Act act) {
    return act.once(
        () -> {
          view.end(referral, act.who());
          act.notice("good", "letterbox.access-ended");
          return "/protect/letterboxes/" + referral;
        });
  }

  @PostMapping(ONE + "/files/{file}")
  String take(@PathVariable UUID referral, @PathVariable UUID file, Act act) {
    String kind = act.form().neededCode("kind", options.codes("file_kinds"));
    return act.once(
        () -> {
          view.take(referral, file, kind, act.who());
          act.notice("good", "letterbox.file-taken");
          return "/protect/letterboxes/" + referral;
        });
  }
}
