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
 * Organisations with which messages can be exchanged: those of this node and of other nodes. Code
 * that deals with users, keys or files uses {@link Organisations}, which knows only those of this
 * node. Safe for concurrent use.
 */
@Component
public class Addressees {
  private final Organisations here;

  // lazy: the modules that know other nodes depend on this one
  private final ObjectProvider<FarOrganisations> elsewhere;

  Addressees(Organisations here, ObjectProvider<FarOrganisations> elsewhere) {
    this.here = here;
    this.elsewhere = elsewhere;
  }

  /**
   * The organisation with this identifier; the identifier of a local one never resolves to a remote
   * one.
   */
  public Optional<Organisation> find(UUID id) {
    return here.find(id)
        .or(() -> elsewhere.orderedStream().flatMap(far -> far.find(id).stream()).findFirst());
  }

  /** Whether it is on another node. */
  public boolean isFar(UUID id) {
    return here.find(id).isEmpty() && find(id).isPresent();
  }

  /** All organisations that can receive now: active ones that manage cases. */
  public List<Organisation> open() {
    return all().stream().filter(o -> o.active() && o.casework()).toList();
  }

  /**
   * Whether messages of a kind can be sent to it: nodes publish which kinds they accept, and older
   * versions accept fewer. On this node all are accepted.
   */
  public boolean takes(UUID id, String kind) {
    return here.find(id).isPresent()
        || elsewhere.orderedStream().anyMatch(far -> far.takes(id, kind, 1));
  }

  /** All organisations of one of {@link OrganisationTypes}, whether they can receive or not. */
  public List<Organisation> ofType(String type) {
    return all().stream().filter(o -> o.type().equals(type)).toList();
  }

  /** Name of an organisation; three dots if it is no longer known. */
  public String name(UUID id, Language language) {
    return find(id).map(one -> one.name().in(language)).orElse("…");
  }

  /** Names by identifier. */
  public Map<UUID, String> names(Language language) {
    Map<UUID, String> names = new HashMap<>();
    all().forEach(o -> names.put(o.id(), o.name().in(language)));
    return names;
  }

  /** All organisations, whether they can receive or not. */
  public List<Organisation> all() {
    List<Organisation> all = new ArrayList<>(here.all());
    elsewhere.orderedStream().forEach(far -> all.addAll(far.all()));
    return all;
  }
}
