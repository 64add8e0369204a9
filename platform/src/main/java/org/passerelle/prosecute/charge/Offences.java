package org.passerelle.prosecute.charge;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.passerelle.register.Register;
import org.springframework.stereotype.Component;

/** Offences of the register, kind {@code offence}. */
@Component
public class Offences {
  static final String KIND = "offence";
  private final Register register;

  Offences(Register register) {
    this.register = register;
  }

  /** Those of a country, by article; empty if nobody has entered any. */
  public List<Offence> of(String country) {
    return register.facts().all(KIND).stream()
        .map(Offence::of)
        .filter(offence -> offence.country().equals(country))
        .sorted(Comparator.comparing(Offence::article))
        .toList();
  }

  /** One of them; empty if it was deleted. */
  public Optional<Offence> find(String id) {
    return register.facts().find(KIND, id).map(Offence::of);
  }
}
