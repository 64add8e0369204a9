package org.passerelle.steer.release;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The yearly returns that are declared, and what they would hold. */
@Component
public class YearlyReturns {
  private static final List<YearlyReturn> ALL =
      List.of("eu", "unodc", "ic-tip").stream().map(YearlyReturn::read).toList();

  private final FigureProposals proposals;
  private final FigureReleases releases;

  YearlyReturns(FigureProposals proposals, FigureReleases releases) {
    this.proposals = proposals;
    this.releases = releases;
  }

  /** All of them. */
  public List<YearlyReturn> all() {
    return ALL;
  }

  /** The one with this id. */
  public Optional<YearlyReturn> find(String id) {
    return ALL.stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** What a return of a year would hold. */
  public ReturnProposal propose(YearlyReturn of, Period year) {
    List<ReturnProposal.Part> parts = new ArrayList<>();
    int number = releases.next();
    for (YearlyReturn.Part part : of.parts()) {
      ReturnProposal.Part tried =
          proposals.together(part.population(), year, new LinkedHashSet<>(part.tables()), number);
      number += tried.outcome().published() == null ? 0 : 1;
      parts.add(tried);
    }
    return new ReturnProposal(of, year, parts);
  }

  /** The newest release for each part of a return of a year, in the order of the return. */
  public List<FigureRelease> released(YearlyReturn of, Period year) {
    List<FigureRelease> all = releases.all();
    List<FigureRelease> found = new ArrayList<>();
    for (YearlyReturn.Part part : of.parts()) {
      FigureRelease.Scope scope = new FigureRelease.Scope(part.population(), year, of.id());
      all.stream().filter(one -> one.scope().equals(scope)).findFirst().ifPresent(found::add);
    }
    return found;
  }
}
