package org.passerelle.protect.sharing.referral.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.screening.ReferralProposal;
import org.passerelle.protect.casework.screening.ScreenedAnswers;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.onward.OnwardRequest;
import org.passerelle.protect.sharing.referral.onward.OnwardRequests;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.springframework.stereotype.Component;

/** Assembles the pages of referrals. */
@Component
class ReferralPages {
  private final Referrals referrals;
  private final ReceivedReferrals received;
  private final OnwardRequests onward;
  private final ReferralBases bases;
  private final Addressees organisations;
  private final ReferralOffers offers;
  private final CodeOptions options;
  private final ReferralContext beside;

  ReferralPages(
      Referrals referrals,
      ReceivedReferrals received,
      OnwardRequests onward,
      ReferralBases bases,
      Addressees organisations,
      ReferralOffers offers,
      CodeOptions options,
      ReferralContext beside) {
    this.beside = beside;
    this.referrals = referrals;
    this.received = received;
    this.onward = onward;
    this.bases = bases;
    this.offers = offers;
    this.organisations = organisations;
    this.options = options;
  }

  /** Services that can be requested; the hand-over to another country has a page of its own. */
  static Set<String> services(CodeOptions options) {
    Set<String> codes = new HashSet<>(options.codes("services"));
    codes.remove(Referrals.HAND_OVER);
    return codes;
  }

  /** Referrals sent for a case, and those by which it was received. */
  String ofCase(Case file, Act act) {
    act.with("cameBy", received.of(file.id(), act.who()));
    beside.marked(act);
    return show("protect/referral/list", file, null, Filled.with(Map.of()), act);
  }

  /** The choice of what a draft discloses: fields, screening answers and files. */
  String content(Case file, Referral draft, Filled form, Act act) {
    act.with("answers", answers(draft, new CaseWords(options, act.language()), act));
    beside.filesToChoose(draft, act);
    return show("protect/referral/content", file, draft, form, act);
  }

  String show(String template, Case file, @Nullable Referral referral, Filled form, Act act) {
    CaseWords words = new CaseWords(options, act.language());
    Map<UUID, String> names = organisations.names(act.language());
    List<Option> recipients =
        organisations.open().stream()
            .filter(o -> !o.id().equals(act.who().organisation()))
            .map(o -> new Option(o.id().toString(), o.name().in(act.language())))
            .sorted(Option.byLabel(act.language()))
            .toList();
    boolean beginning = template.endsWith("new");
    Optional<ReferralProposal.Proposed> proposed =
        beginning ? offers.proposed(file, act.who(), act.page()) : Optional.empty();
    boolean placeOpen = referrals.placeOpen(file.id());
    // who is in a placement is no longer where they were met
    List<String> places =
        placeOpen
            ? List.of(
                form.shown("place"), proposed.map(ReferralProposal.Proposed::place).orElse(""))
            : List.of();
    boolean choosing = referral != null && template.endsWith("content");
    boolean written = referral != null && template.endsWith("status");
    act.with(
        "view",
        new ReferralPage(
            file,
            referral,
            referrals.of(file.id(), act.who()),
            referral != null && choosing ? choices(referral, words, act) : List.of(),
            referral != null && choosing ? bases(referral, words, act) : List.of(),
            referral != null && written ? referrals.messages(referral.id(), act.who()) : List.of(),
            referral == null ? List.of() : asked(referral),
            names,
            recipients,
            placeOpen,
            beginning ? offers.providers(file, form.shown("service"), places, act) : List.of(),
            proposed.map(ReferralProposal.Proposed::wishes).orElse(""),
            form,
            words));
    return template;
  }

  /** Adds links and news for the reader of a referral. */
  void opened(Referral referral, Act act) {
    beside.opened(referral.id(), act);
    beside.read(referral.id(), referral.recipient(), act);
    act.with("ways", beside.ways(referral));
    act.with("lies", beside.lies(referral));
    beside.filesSent(referral, act);
  }

  /** Screening answers as check boxes, each with what prevents giving it. */
  private List<ReferralPage.AnswerChoice> answers(Referral referral, CaseWords words, Act act) {
    List<ReferralPage.AnswerChoice> choices = new ArrayList<>();
    for (ScreenedAnswers.One one : referrals.answers(referral, act.who())) {
      Released field = Released.screened(one.category()).orElseThrow();
      choices.add(
          new ReferralPage.AnswerChoice(
              one.question(),
              words.told(List.of(one.told()), act.page()),
              one.category(),
              referral.answers().contains(one.question()),
              shelters(referral, Map.of(field.code(), List.of(one.told())), act)
                  .getOrDefault(field.code(), objection(referral, field, act))));
    }
    return choices;
  }

  private String objection(Referral referral, Released field, Act act) {
    return referral.basis() == null
        ? ""
        : referrals
            .objection(referral, field, referral.basis(), act.who())
            .map(o -> act.text(o.key(), o.arguments().toArray()))
            .orElse("");
  }

  private List<OnwardRequest> asked(Referral referral) {
    return referral.state().equals("draft")
        ? onward.of(referral).stream().toList()
        : onward.about(referral);
  }

  /** Names the organisation that must be asked before the draft is sent; empty if none. */
  String asksFirst(Case file, Referral draft, Act act) {
    return bases.urgent(draft.basis())
        ? ""
        : onward
            .asksFirst(file, draft)
            .flatMap(organisations::find)
            .map(origin -> origin.name().in(act.language()))
            .orElse("");
  }

  /** Selected fields that may not be given, each with the reason. */
  Map<String, String> refused(Referral referral, Map<String, List<String>> fields, Act act) {
    Map<String, String> refused = new LinkedHashMap<>(shelters(referral, fields, act));
    UUID basis = referral.basis();
    if (basis != null) {
      referrals
          .againstRequest(referral, basis, act.who())
          .ifPresent(o -> refused.put("request", act.text(o.key(), o.arguments().toArray())));
    }
    for (String code : referral.fields()) {
      Optional<Released> field = Released.of(code);
      if (field.isPresent() && referral.basis() == null) {
        refused.put(code, act.text("referral.refused.no-basis"));
      } else if (field.isPresent()) {
        referrals
            .objection(referral, field.get(), referral.basis(), act.who())
            .ifPresent(o -> refused.put(code, act.text(o.key(), o.arguments().toArray())));
      }
    }
    return refused;
  }

  /** Fields whose words name a shelter, each with the reason why it may not be given. */
  private Map<String, String> shelters(
      Referral referral, Map<String, List<String>> fields, Act act) {
    Map<String, String> named = new LinkedHashMap<>();
    referrals
        .sheltersNamed(referral, fields, act.who())
        .forEach((code, o) -> named.put(code, act.text(o.key(), o.arguments().toArray())));
    return named;
  }

  private List<ReferralPage.FieldChoice> choices(Referral referral, CaseWords words, Act act) {
    List<Released> needed = Released.neededFor(referral.service());
    List<ReferralPage.FieldChoice> choices = new ArrayList<>();
    Map<Released, List<String>> all = referrals.values(referral, act.who());
    Map<String, List<String>> byCode = new LinkedHashMap<>();
    all.forEach((field, values) -> byCode.put(field.code(), values));
    Map<String, String> shelters = shelters(referral, byCode, act);
    all.forEach(
        (field, values) ->
            choices.add(
                new ReferralPage.FieldChoice(
                    field,
                    ReferralPage.words(field.code(), values, words, act.page()),
                    needed.contains(field),
                    referral.fields().contains(field.code()),
                    shelters.getOrDefault(field.code(), objection(referral, field, act)))));
    return choices;
  }

  /** Bases recorded for this recipient and purpose; no other basis could cover it. */
  private List<Option> bases(Referral referral, CaseWords words, Act act) {
    List<Option> found = new ArrayList<>();
    bases
        .consents(referral, act)
        .forEach(
            c ->
                found.add(
                    new Option(
                        c.id().toString(),
                        act.text(
                            "referral.basis.consent",
                            act.page().moments().date(c.from()),
                            act.page().moments().date(c.until()),
                            words.of(
                                "data_categories",
                                List.copyOf(new java.util.TreeSet<>(c.categories())))))));
    bases
        .grounds(referral, act)
        .forEach(
            g ->
                found.add(
                    new Option(
                        g.id().toString(),
                        act.text(
                            "referral.basis.ground",
                            words.of("legal_basis_kinds", g.kind()),
                            words.of(
                                "data_categories",
                                List.copyOf(new java.util.TreeSet<>(g.categories())))))));
    return found;
  }
}
