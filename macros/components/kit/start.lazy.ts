/**
 * The index.html at the top of the offline edition leads to the site. Where only that page was taken out of the ZIP,
 * this script is missing, and the page stays with its advice: unpack first.
 */

location.replace("site/index.html");
