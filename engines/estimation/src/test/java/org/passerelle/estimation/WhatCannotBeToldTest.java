package org.passerelle.estimation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What lists cannot show is stated, and a missing answer is known before computing. */
class WhatCannotBeToldTest {
  private static Study study(String table) throws IOException {
    return new Study(
        CaptureHistories.read(new StringReader(table), "t.csv"), Settings.usual().withBootstrap(0));
  }

  @Test
  void whetherTwoListsDependOnEachOtherIsSaidToBeUntested() throws IOException {
    Estimate estimate = study("police,ngo,count\n1,0,40\n0,1,30\n1,1,9\n").loglinear();
    assertThat(estimate.warnings()).extracting(Sentence::key).contains("warning.two-lists");
    assertThat(estimate.warnings().toString()).contains("people on police");
  }

  @Test
  void aListThatSharesNobodyIsNamed() throws IOException {
    Estimate estimate =
        study("police,ngo,labour,count\n1,0,0,40\n0,1,0,30\n1,1,0,9\n0,0,1,7\n").loglinear();
    assertThat(estimate.warnings())
        .filteredOn(w -> w.key().equals("warning.list-shares-nobody"))
        .singleElement()
        .asString()
        .contains("List labour");
  }

  /** A number would come from the method alone, in the sensitivity analysis as well. */
  @Test
  void whereNobodyIsOnTwoListsNoPartPrintsANumber() throws IOException {
    Study apart = study("police,ngo,labour,count\n1,0,0,40\n0,1,0,30\n0,0,1,17\n");
    List<Estimate> all = apart.all();
    assertThat(all).extracting(Estimate::estimate).containsOnlyNulls();
    assertThat(all).allSatisfy(e -> assertThat(e.details()).isEmpty());
    Findings findings = Findings.of(apart, all, Progress.SILENT);
    assertThat(findings.choices()).isEmpty();
    assertThat(findings.lists()).isEmpty();
    assertThat(findings.known()).isEmpty();
    assertThat(findings.trajectory()).isEmpty();
    assertThat(findings.linkage()).isEmpty();
  }

  @Test
  void aRefusedNumberIsNotSaidInOtherWordsEither() throws IOException {
    CaptureHistories table =
        CaptureHistories.read(new StringReader("A,B,count\n1,0,4\n0,1,3\n1,1,1\n"), "t.csv");
    Estimate refused =
        new Estimate.Draft(table, "dga", 0.95, System.nanoTime())
            .estimate(1474)
            .detail("mean", 1500.0)
            .detail("graphs", 8)
            .none("no-overlap")
            .detail("quantiles", List.of(1400.0, 1474.0))
            .done();
    assertThat(refused.details()).containsOnlyKeys("graphs");
  }

  @Test
  void eightListsAreTooManyForAllGraphsWhichIsKnownBeforehand() throws IOException {
    StringBuilder rows = new StringBuilder("A,B,C,D,E,F,G,H,count\n");
    for (int j = 0; j < 8; j++) {
      StringBuilder row = new StringBuilder();
      for (int k = 0; k < 8; k++) {
        row.append(k == j || k == (j + 1) % 8 ? "1," : "0,");
      }
      rows.append(row).append("5\n");
    }
    Study eight = study(rows.toString());
    for (Study.Method method : Study.Method.values()) {
      assertThat(eight.refusal(method).isPresent()).isEqualTo(method == Study.Method.DGA);
    }
    assertThat(eight.dga().warnings()).contains(eight.refusal(Study.Method.DGA).orElseThrow());
    assertThat(study("A,B,C,count\n1,1,0,4\n0,1,1,2\n").refusal(Study.Method.DGA)).isEmpty();
  }
}
