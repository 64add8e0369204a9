package org.passerelle.steer.letter.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.accounts.Users;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.DemoLetter;
import org.passerelle.steer.letter.LetterApproval;
import org.passerelle.steer.letter.Letters;
import org.passerelle.steer.letter.Releases;
import org.passerelle.steer.letter.Typesetter;
import org.passerelle.steer.letter.source.Sources;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows the issues, an issue with its blocks and obstacles, and a preview. */
@Controller
@StrategyReaders
class LetterEditor {
  private final Register register;
  private final Releases releases;
  private final Sources sources;
  private final DemoLetter demo;
  private final LetterApproval approval;
  private final Users users;

  LetterEditor(
      Register register,
      Releases releases,
      Sources sources,
      DemoLetter demo,
      LetterApproval approval,
      Users users) {
    this.register = register;
    this.releases = releases;
    this.sources = sources;
    this.demo = demo;
    this.approval = approval;
    this.users = users;
  }

  @GetMapping("/steer/letters")
  String list(Act act) {
    demo.release();
    Facts facts = register.facts();
    Map<String, List<Releases.Release>> released =
        releases.current().stream().collect(Collectors.groupingBy(Releases.Release::letter));
    return act.with("edits", act.who().is(Role.PROGRAMME_MANAGER))
        .with("series", facts.all("series"))
        .show(
            "steer/letter/list",
            facts.all("letter").stream()
                .sorted(Comparator.comparing((Entry l) -> l.whole("number").orElse(0)).reversed())
                .map(
                    l ->
                        new LetterPage.Row(
                            l,
                            l.date("date").map(act.page().moments()::partial).orElse(""),
                            !Composer.blocks(facts, l).isEmpty(),
                            released.getOrDefault(l.id(), List.of())))
                .toList());
  }

  @GetMapping("/steer/letters/{number}")
  String issue(@PathVariable int number, Act act) {
    act.form(Map.of());
    return show(number, act);
  }

  String show(int number, Act act) {
    demo.release();
    Facts facts = register.facts();
    Entry letter = Composer.issue(facts, number).orElseThrow(NotFound::new);
    return act.with("form", act.form())
        .show(
            "steer/letter/issue",
            LetterPage.of(
                facts,
                letter,
                releases.obstacles(letter),
                releases.told(letter),
                releases.of(letter.id()),
                asked(letter, act.who()),
                act.page()));
  }

  private LetterPage.Asked asked(Entry letter, SignedIn who) {
    ApprovalRequest request = approval.waiting(letter).orElse(null);
    String seen = Composer.blocks(register.facts(), letter).isEmpty() ? "" : approval.seen(letter);
    return new LetterPage.Asked(
        seen,
        request == null
            ? null
            : new LetterPage.Waiting(
                request.id().toString(),
                users.names(Set.of(request.askedBy())).getOrDefault(request.askedBy(), ""),
                request.askedAt(),
                request.askedBy().equals(who.user()),
                approval.decides(request, who),
                !approval.fits(request, letter)));
  }

  @GetMapping("/steer/letters/{number}/preview/{language}")
  String preview(@PathVariable int number, @PathVariable String language, Act act) {
    Entry letter = letter(number, language);
    byte[] made = Letters.make(register.facts(), sources, letter, in(language), Letters.Form.HTML);
    String article = Typesetter.articleOf(new String(made, StandardCharsets.UTF_8));
    ArchivePage.Shown shown = new ArchivePage.Shown(number, language, "", 0, "", article);
    if (shown.hasPictures()) {
      act.policy(LetterArchive.PICTURES_WITHIN);
    }
    return act.show("steer/letter/preview", shown);
  }

  @GetMapping("/steer/letters/{number}/preview/{language}.pdf")
  ResponseEntity<byte[]> pdf(@PathVariable int number, @PathVariable String language) {
    return FileAnswer.shown(
            "draft-%d-%s.pdf".formatted(number, language), MediaType.APPLICATION_PDF)
        .body(Letters.draft(register.facts(), sources, letter(number, language), in(language)));
  }

  private Entry letter(int number, String language) {
    if (!Composer.LANGUAGES.contains(language)) {
      throw new NotFound();
    }
    Facts facts = register.facts();
    return Composer.issue(facts, number)
        .filter(l -> !Composer.blocks(facts, l).isEmpty())
        .orElseThrow(NotFound::new);
  }

  private static Language in(String language) {
    return new Language(language);
  }
}
