package org.passerelle.demo;

import java.util.List;
import java.util.Map;
import org.passerelle.access.SignedIn;
import org.passerelle.register.Kinds;
import org.passerelle.register.Register;
import org.springframework.stereotype.Component;

/** An invented agreement, a legal basis only within the demonstration. */
@Component
class DemoAgreement {
  private final Register register;

  DemoAgreement(Register register) {
    this.register = register;
  }

  /** Creates one between two countries, unless it exists. */
  void enter(String id, String one, String other, SignedIn who) {
    if (register.facts().find("agreement", id).isEmpty()) {
      register.save(
          who,
          Kinds.shipped().find("agreement").orElseThrow(),
          id,
          0,
          Map.of(
              "title",
              Map.of(
                  "en", "Protocol on a joint border desk, Albania and Kosovo (demo)",
                  "fr", "Protocole sur un poste frontalier conjoint, Albanie et Kosovo (démo)",
                  "sr", "Протокол о заједничком граничном пункту, Албанија и Косово (демо)"),
              "type",
              "bilateral-agreement",
              "purposes",
              List.of("protection"),
              "parties",
              List.of(party(one), party(other))),
          "");
    }
  }

  private static Map<String, Object> party(String country) {
    return Map.of(
        "country",
        country,
        "status",
        "party",
        "in-force",
        "2012-02-01",
        "source",
        "invented for the demonstration",
        "verified",
        true,
        "verified-by",
        "(demo)",
        "demo-only",
        true);
  }
}
