package org.passerelle.protect.safeguards.dataprotection.web;

import java.util.List;
import java.util.Set;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.safeguards.dataprotection.Breaches;
import org.passerelle.protect.safeguards.dataprotection.PersonRequest;
import org.passerelle.protect.safeguards.dataprotection.PersonRequests;
import org.passerelle.protect.sharing.consent.ConsentRegister;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Start page of the data protection officer, and the organisation's consents. */
@Controller
@Allowed(Role.DATA_PROTECTION_OFFICER)
class DeskController implements RoomEntries {
  static final String HERE = "/protect/data-protection";
  private static final int PER_PAGE = 100;
  private static final int LAST_PAGE = 10_000;
  private static final int MOST_REQUESTS = 1000;
  private final ConsentRegister consents;
  private final PersonRequests requests;
  private final Breaches breaches;
  private final Addressees organisations;
  private final CodeOptions options;

  DeskController(
      ConsentRegister consents,
      PersonRequests requests,
      Breaches breaches,
      Addressees organisations,
      CodeOptions options) {
    this.consents = consents;
    this.requests = requests;
    this.breaches = breaches;
    this.organisations = organisations;
    this.options = options;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect", 79, "dataprotection.nav", HERE, List.of(Role.DATA_PROTECTION_OFFICER)));
  }

  @GetMapping(HERE)
  String desk(Act act) {
    return act.show(
        "protect/dataprotection/desk",
        new DeskPage(
            (int)
                requests.list(act.who(), MOST_REQUESTS).stream()
                    .filter(PersonRequest::open)
                    .count(),
            breaches.open(act.who()).size(),
            consents.counts(act.who())));
  }

  @GetMapping(HERE + "/consents")
  String consents(Act act) {
    List<Option> purposes = options.ordered("consent_purposes", act.language());
    ConsentRegister.Wish wish =
        new ConsentRegister.Wish(
            act.asked().code("standing", Set.copyOf(ConsentRegister.STANDINGS)),
            act.asked().code("purpose", purposes));
    int number = act.asked().number("number", 1, LAST_PAGE).orElse(1);
    List<ConsentRegister.Line> lines =
        consents.of(wish, (number - 1) * PER_PAGE, PER_PAGE + 1, act.who());
    return act.show(
        "protect/dataprotection/consents",
        new ConsentsPage(
            wish,
            consents.counts(act.who()),
            lines.subList(0, Math.min(PER_PAGE, lines.size())),
            purposes,
            organisations.names(act.language()),
            new CodeWords(options, act.language()),
            number,
            lines.size() > PER_PAGE));
  }
}
