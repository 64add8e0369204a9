/**
 * The network of the strategy: countries, posts, organisations, agreements and their ratification.
 */
@NullMarked
package org.passerelle.partner;

import org.jspecify.annotations.NullMarked;
