package org.passerelle.house.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditActions;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLog;
import org.passerelle.audit.AuditReader;
import org.passerelle.pages.Act;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The audit log: of the reader's own organisation, or of all for the node's auditor. Reading it is
 * logged, too.
 */
@Controller
@RequestMapping("/house/audit")
@Allowed({Role.AUDITOR, Role.NODE_AUDITOR})
class AuditController {
  private static final int PER_PAGE = 100;
  private final AuditReader reader;
  private final AuditLog audit;
  private final Users users;
  private final Verification verification;

  AuditController(AuditReader reader, AuditLog audit, Users users, Verification verification) {
    this.reader = reader;
    this.audit = audit;
    this.users = users;
    this.verification = verification;
  }

  @GetMapping
  @Transactional
  public String log(Act act) {
    String subject = act.asked().shown("subject");
    String user = act.asked().shown("user");
    int number = act.asked().number("page", 1, 100_000).orElse(1);
    String action = act.asked().shown("action");
    String chosen = AuditActions.ALL.contains(action) ? action : "";
    UUID about = identifier(subject);
    UUID of = act.who().is(Role.NODE_AUDITOR) ? null : act.who().organisation();
    UUID by = user(user, of);
    boolean wrong = (about == null && !subject.isBlank()) || (by == null && !user.isBlank());
    long total = wrong ? 0 : reader.count(of, about, by, chosen);
    List<AuditEntry> entries =
        wrong
            ? List.of()
            : reader.entries(of, about, by, chosen, (number - 1) * PER_PAGE, PER_PAGE);
    act.with(
        "view",
        new AuditPage(
            of == null,
            entries,
            total,
            number,
            total > (long) number * PER_PAGE,
            shown(subject),
            shown(user),
            chosen,
            wrong,
            users.names(
                entries.stream()
                    .map(AuditEntry::user)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet())),
            AuditActions.ALL));
    verification.last().ifPresent(last -> act.with("verified", last));
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("action", chosen);
    asked.put("of", of == null ? "node" : "organisation");
    asked.put("page", Integer.toString(number));
    asked.put("user", by == null ? "" : by.toString());
    audit.write(act.who(), "log.read", "log", about, asked);
    return "house/log/log";
  }

  /** Verifies the whole chain in the background. */
  @PostMapping("/verify")
  public String verify(Act act) {
    return "redirect:/work/" + verification.begin(act.who());
  }

  private @Nullable UUID user(String typed, @Nullable UUID organisation) {
    UUID id = identifier(typed);
    if (id != null || typed.isBlank()) {
      return id;
    }
    String login = typed.strip().toLowerCase(Locale.ROOT);
    return (organisation == null ? users.all() : users.in(organisation))
        .stream()
            .filter(one -> one.login().toLowerCase(Locale.ROOT).equals(login))
            .map(User::id)
            .findFirst()
            .orElse(null);
  }

  private static @Nullable UUID identifier(String typed) {
    String text = typed.strip();
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? UUID.fromString(text)
        : null;
  }

  private static String shown(String typed) {
    return typed.length() > 200 ? typed.substring(0, 200) : typed.strip();
  }
}
