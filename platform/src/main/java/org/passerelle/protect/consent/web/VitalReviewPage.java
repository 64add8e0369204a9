package org.passerelle.protect.consent.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.consent.LegalGround;

/**
 * A disclosure for vital interests to be reviewed.
 *
 * @param recipient what the organisation is called
 * @param by who recorded it
 * @param yesNo the answers to the first two questions
 * @param follows the answers to the third
 */
public record VitalReviewPage(
    Case file,
    LegalGround ground,
    String recipient,
    String by,
    List<Option> yesNo,
    List<Option> follows,
    Filled form,
    CaseWords words) {}
