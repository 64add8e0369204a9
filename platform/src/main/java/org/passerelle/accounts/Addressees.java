package org.passerelle.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.language.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * To whom something can be sent, and from whom something can come: organisations of this node and
 * of other nodes. Whatever concerns people, keys or files asks {@link Organisations}, which knows
 * those of this node alone. Threads may share it.
 */
@Component
public class Addressees {
  private final Organisations here;

  // the rooms that know other nodes stand above
  private final ObjectProvider<FarOrganisations> elsewhere;

  Addressees(Organisations here, ObjectProvider<FarOrganisations> elsewhere) {
    this.here = here;
    this.elsewhere = elsewhere;
  }

  /** The one with this identifier; one of this node is never taken for another's. */
  public Optional<Organisation> find(UUID id) {
    return here.find(id)
        .or(() -> elsewhere.orderedStream().flatMap(far -> far.find(id).stream()).findFirst());
  }

  /** Whether it is on another node. */
  public boolean isFar(UUID id) {
    return here.find(id).isEmpty() && find(id).isPresent();
  }

  /** All that something can be sent to now: active ones that follow persons. */
  public List<Organisation> open() {
    return all().stream().filter(o -> o.active() && o.casework()).toList();
  }

  /**
   * Whether messages of a kind can be sent to it: nodes say which they take, and one that is older
   * takes fewer. On this node all are taken.
   */
  public boolean takes(UUID id, String kind) {
    return here.find(id).isPresent()
        || elsewhere.orderedStream().anyMatch(far -> far.takes(id, kind, 1));
  }

  /** All of one of {@link OrganisationTypes}, whether something can be sent to them or not. */
  public List<Organisation> ofType(String type) {
    return all().stream().filter(o -> o.type().equals(type)).toList();
  }

  /** What one is called; three dots for one that is not known any more. */
  public String name(UUID id, Language language) {
    return find(id).map(one -> one.name().in(language)).orElse("…");
  }

  /** What each is called, by its identifier. */
  public Map<UUID, String> names(Language language) {
    Map<UUID, String> names = new HashMap<>();
    all().forEach(o -> names.put(o.id(), o.name().in(language)));
    return names;
  }

  /** All, whether something can be sent to them or not. */
  public List<Organisation> all() {
    List<Organisation> all = new ArrayList<>(here.all());
    elsewhere.orderedStream().forEach(far -> all.addAll(far.all()));
    return all;
  }
}
