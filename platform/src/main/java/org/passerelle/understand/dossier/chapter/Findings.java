package org.passerelle.understand.dossier.chapter;

import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Progress;

/**
 * The computed content of all twelve chapters, fixed at computation. Codes and figures only.
 *
 * @param seed seed of all random draws
 * @param qualification grids of chapter 10 and coded passages
 */
public record Findings(
    long seed,
    Scope scope,
    ActorsChapter cast,
    SocialStructure social,
    Script script,
    Positions positions,
    Structure structure,
    Territory territory,
    Money money,
    Control control,
    SupportingMaterial qualification,
    Evidence evidence,
    Safety safety) {

  /**
   * Computes all chapters.
   *
   * @param network network encoded by {@link CodedNetwork}
   * @param register queried once for each pair of countries with ties
   */
  public static Findings of(
      CaseNetwork network,
      SupportingMaterial supportingMaterial,
      Cooperation.Register register,
      long seed,
      Progress progress) {
    Measured measured = Measured.of(network);
    Scope scope = Scope.of(network, measured);
    Territory territory = Territory.of(network);
    return new Findings(
        seed,
        scope,
        ActorsChapter.of(network, measured),
        SocialStructure.of(network, seed, progress),
        Script.of(network, supportingMaterial),
        Positions.of(measured, progress),
        Structure.of(measured, seed, progress),
        territory,
        Money.of(network),
        Control.of(network, supportingMaterial),
        supportingMaterial,
        Evidence.of(network, scope, territory, register),
        Safety.of(network));
  }
}
