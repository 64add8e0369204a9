/**
 * Are these two files of one organisation about the same person? Evidence for and against,
 * attribute by attribute, for people who decide.
 */
@NullMarked
package org.passerelle.linkage.files;

import org.jspecify.annotations.NullMarked;
