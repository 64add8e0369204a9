/**
 * What others changed in what somebody gave or got, and who has seen it: one answer for the first
 * page, the lists and the case.
 */
@NamedInterface("news")
@NullMarked
package org.passerelle.protect.news;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
