package org.passerelle.protect.casework.urgency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.storage.UuidArray;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Warnings shown wherever a person is mentioned, before anybody calls: that a call may harm them,
 * and that they are in danger.
 */
@Component
public class DangerSigns {
  /** Codes sent to others with a case; each has a text, {@code urgency.CODE}. */
  public static final Set<String> TOLD = Set.of("raised", "high", "risk.raised", "risk.high");

  private final CaseSight sight;

  DangerSigns(CaseSight sight) {
    this.sight = sight;
  }

  /** Codes sent to others about urgency and risk; empty if there are none. */
  public static List<String> told(Urgency urgency, Risk risk) {
    return Stream.of(urgency.code(), "risk." + risk.code()).filter(TOLD::contains).toList();
  }

  /** Key of the text on how safe a call is; empty if there is nothing to say. */
  public static String call(String safeToContact) {
    return switch (safeToContact) {
      case "no" -> "urgency.call.no";
      case "agreed_channel" -> "urgency.call.agreed";
      default -> "";
    };
  }

  /** Warnings for cases that the reader sees, as text; cases without any are left out. */
  @Transactional(readOnly = true)
  public Map<UUID, List<String>> of(Collection<UUID> cases, SignedIn who, Texts texts) {
    Map<UUID, List<String>> found = new HashMap<>();
    if (cases.isEmpty()) {
      return found;
    }
    sight
        .sql(
            """
            select c.id, c.safe_to_contact, c.urgency, c.risk from {case c}
             where c.id = any(cast(:ids as uuid array)) and {seen c}
            """,
            who)
        .param("ids", UuidArray.of(cases))
        .query(
            row -> {
              List<String> signs = new ArrayList<>();
              String call = call(row.getString("safe_to_contact"));
              if (!call.isEmpty()) {
                signs.add(texts.text(call));
              }
              if (Urgency.of(row.getString("urgency")) == Urgency.HIGH) {
                signs.add(texts.text("urgency.high"));
              }
              if (Risk.of(row.getString("risk")) == Risk.HIGH) {
                signs.add(texts.text("urgency.risk.high"));
              }
              if (!signs.isEmpty()) {
                found.put(row.getObject("id", UUID.class), List.copyOf(signs));
              }
            });
    return found;
  }

  /** The code of a case with its warnings, for the Today page. */
  public static String beside(String code, List<String> signs) {
    return signs.isEmpty() ? code : code + " · " + String.join(" · ", signs);
  }
}
