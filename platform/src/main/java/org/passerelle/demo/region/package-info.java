/**
 * A demonstration of three houses in three countries: each has one organisation, one file of the
 * same child, and meets the others by the doors that real houses meet by.
 */
@NullMarked
package org.passerelle.demo.region;

import org.jspecify.annotations.NullMarked;
