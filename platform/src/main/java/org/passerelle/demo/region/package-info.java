/**
 * A demonstration of three nodes in three countries: each has one organisation and one file of the
 * same child, and is connected with the others through the same interfaces as real nodes.
 */
@NullMarked
package org.passerelle.demo.region;

import org.jspecify.annotations.NullMarked;
