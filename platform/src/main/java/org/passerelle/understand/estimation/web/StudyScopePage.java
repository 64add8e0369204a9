package org.passerelle.understand.estimation.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;

/**
 * The form for the scope.
 *
 * @param countries countries of the node's organisations that manage cases
 */
public record StudyScopePage(
    Filled form,
    List<Option> countries,
    List<Option> forms,
    List<Option> definitions,
    List<Option> groupings,
    List<Option> bases,
    List<String> footnotes) {}
