package org.passerelle.protect.casework.screening.web;

/**
 * A telephone number as shown on a page.
 *
 * @param dialled number in the format for dialling
 * @param remark who answers, that it is not verified, or empty
 */
public record Call(String label, String number, String dialled, String remark, boolean verified) {}
