/** How the styles are checked: Wagtail's rules, and where this museum differs. */

module.exports = {
    extends: "@wagtail/stylelint-config-wagtail",
    rules: {
        // Colours and letters are tokens; distances follow the type (rem, em, clamp), and layers lie
        // within one component. Black is ink on paper, white is light on film.
        "scale-unlimited/declaration-strict-value": [
            ["/^(?!color-scheme).*color$/", "font-family"],
            {
                ignoreValues: [
                    "currentcolor",
                    "inherit",
                    "transparent",
                    "CanvasText",
                    "#000",
                    "#fff",
                ],
            },
        ],
        // The elements' states stand in data attributes, for styles and tests alike.
        "selector-attribute-name-disallowed-list": null,
        // Files go by component, not by specificity; `:has()` and `:lang()` say where a rule holds.
        "no-descending-specificity": null,
        "selector-max-specificity": null,
        // What is hidden stays hidden, whatever a component says of its display.
        "declaration-no-important": null,
        // The museum's elements, and the name of a transition.
        "selector-type-no-unknown": [true, { ignore: ["custom-elements"], ignoreTypes: ["work"] }],
        // Newer than this stylelint.
        "selector-pseudo-element-no-unknown": [true, { ignorePseudoElements: ["details-content"] }],
        "scss/at-rule-no-unknown": [true, { ignoreAtRules: ["view-transition"] }],
        "property-no-unknown": [true, { ignoreProperties: ["navigation"] }],
        // What older browsers take stands before what they do not know.
        "declaration-block-no-duplicate-properties": [
            true,
            { ignore: ["consecutive-duplicates-with-different-values"] },
        ],
        "declaration-property-value-allowed-list": {
            clear: ["both", "none"],
            float: ["inline-start", "inline-end", "none", "unset"],
            "text-align": ["start", "end", "center", "match-parent", "-webkit-match-parent"],
        },
        "property-no-vendor-prefix": [true, { ignoreProperties: ["text-size-adjust"] }],
        "value-no-vendor-prefix": [true, { ignoreValues: ["match-parent", "box"] }],
    },
    overrides: [
        // The editors draw on walls and objects of their own, in colours that no page has.
        {
            files: ["frontend/admin/point-editor/*.css", "frontend/admin/room-editor/**/*.css"],
            rules: { "scale-unlimited/declaration-strict-value": null },
        },
        // The names are Uppy's and Mirador's.
        { files: ["frontend/admin/uploader/*.css"], rules: { "selector-class-pattern": null } },
        { files: ["frontend/elements/mirador/*.css"], rules: { "selector-max-id": null } },
    ],
};
